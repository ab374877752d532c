package local

import "os"

// file is written in large pieces, and made when the first is.
type file struct {
	path   string
	buffer []byte
	file   *os.File
}

const piece = 256 << 10

func (f *file) writeFull() error {
	if len(f.buffer) < piece {
		return nil
	}
	return f.flush()
}

func (f *file) flush() error {
	if len(f.buffer) == 0 {
		return nil
	}
	var err error
	if f.file == nil {
		f.file, err = os.OpenFile(f.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	}
	if err == nil {
		_, err = f.file.Write(f.buffer)
	}
	f.buffer = f.buffer[:0]
	if err != nil {
		return cannot("write", f.path, err)
	}
	return nil
}

// finish writes what is left. A disk may tell only now that it was full.
func (f *file) finish() error {
	if err := f.flush(); err != nil || f.file == nil {
		return err
	}
	if err := f.file.Close(); err != nil {
		return cannot("write", f.path, err)
	}
	return nil
}
