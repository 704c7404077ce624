--liquibase formatted sql
--changeset test:from-the-class-path
CREATE TABLE from_the_class_path (id int);
