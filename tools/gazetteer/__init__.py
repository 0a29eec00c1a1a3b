"""Makes the gazetteer's data: hand-written tables (*.tsv), and the modules that join them with GeoNames and CLDR."""
