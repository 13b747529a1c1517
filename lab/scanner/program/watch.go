package main

import (
	"path/filepath"
	"syscall"
	"unsafe"
)

const (
	listDirectory = 0x0001
	changes       = syscall.FILE_NOTIFY_CHANGE_FILE_NAME | syscall.FILE_NOTIFY_CHANGE_DIR_NAME | syscall.FILE_NOTIFY_CHANGE_LAST_WRITE | syscall.FILE_NOTIFY_CHANGE_SIZE
)

// watch calls found with each file below a directory that the system says is new or was changed, until the process ends.
func watch(directory string, found func(file string)) {
	name, _ := syscall.UTF16PtrFromString(directory)
	share := uint32(syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE | syscall.FILE_SHARE_DELETE)
	handle, err := syscall.CreateFile(name, listDirectory, share, nil, syscall.OPEN_EXISTING, syscall.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		return // the walks find what comes
	}
	buffer := make([]byte, 64*1024)
	for {
		var length uint32
		if syscall.ReadDirectoryChanges(handle, &buffer[0], uint32(len(buffer)), true, changes, &length, nil, 0) != nil {
			return
		}
		for at := uint32(0); length > 0; {
			notice := (*syscall.FileNotifyInformation)(unsafe.Pointer(&buffer[at]))
			units := unsafe.Slice(&notice.FileName, notice.FileNameLength/2)
			found(filepath.Join(directory, syscall.UTF16ToString(units)))
			if notice.NextEntryOffset == 0 {
				break
			}
			at += notice.NextEntryOffset
		}
	}
}
