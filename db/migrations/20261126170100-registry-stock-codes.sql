-- Statements of listed companies name them by their stock code.
create index enterprise_stock_code on enterprise (stock_code) where stock_code is not null and merged_into is null;
