-- Lists with one row a year, and with one row a product, are imported by themselves; their enterprise is named by code, stock code or name.
alter table enterprise_import drop constraint enterprise_import_subject_check,
  add constraint enterprise_import_subject_check check (subject in ('enterprises', 'finances', 'products', 'ties'));
alter table import_mapping drop constraint import_mapping_subject_check,
  add constraint import_mapping_subject_check check (subject in ('enterprises', 'finances', 'products', 'ties'));
alter table enterprise_product add column revenue_yuan numeric(20, 2);
comment on table enterprise_product is 'Products and segments of which more is known than the word: revenue and its share, of the latest year that was told. The words alone stand in enterprise.products';
create index enterprise_by_stock_code on enterprise (stock_code) where stock_code is not null;
