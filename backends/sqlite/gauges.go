package sqlite

import "os"

// look shows the figures of a backend: of its queue and, unless it is in memory, of its files.
func (b *backend) look(show func(name, help string, value float64)) {
	show("ddbsql_sqlite_queued", "Requests that wait for the connection that writes.", float64(b.exec.queue.size()))
	if !b.db.inMemory() {
		show("ddbsql_sqlite_file_bytes", "Size of the database's file.", sizeOfFile(b.db.path))
		show("ddbsql_sqlite_log_bytes", "Size of the file of the write-ahead log.", sizeOfFile(b.db.path+"-wal"))
	}
}

// sizeOfFile is 0 for a file that is not there.
func sizeOfFile(path string) float64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return float64(info.Size())
}
