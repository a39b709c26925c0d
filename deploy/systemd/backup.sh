#!/bin/sh
# Writes a sealed backup, reads it through, and only then forgets old ones. A failure ends with its sentence and leaves the old ones there.
set -eu
file="$BACKUPS/yuanshu-$(date -u +%Y%m%dT%H%M%SZ).backup"
node_modules/.bin/node src/apps/cli/main.ts backup "$file" --passphrase-file "$PASSPHRASE_FILE"
node_modules/.bin/node src/apps/cli/main.ts backup check "$file" --passphrase-file "$PASSPHRASE_FILE"
find "$BACKUPS" -name 'yuanshu-*.backup' -mtime "+${KEEP_DAYS:-30}" -delete
