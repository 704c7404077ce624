ALTER DATABASE app SET track_functions = 'pl';
