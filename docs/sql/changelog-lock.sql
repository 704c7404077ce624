SELECT lockedby, lockgranted, localtimestamp - lockgranted AS age
  FROM databasechangeloglock
 WHERE locked;
