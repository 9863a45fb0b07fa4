drop table auth.address_changes;
