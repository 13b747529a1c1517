package main

import (
	"strconv"
	"syscall"
	"time"
	"unsafe"
)

var (
	kernel32       = syscall.NewLazyDLL("kernel32.dll")
	queryImageName = kernel32.NewProc("QueryFullProcessImageNameW")
	getIoCounters  = kernel32.NewProc("GetProcessIoCounters")
)

const (
	queryLimited = 0x1000
	terminate    = 0x0001
)

type process struct {
	pid, parent int
	name, path  string
	// As FILETIME.
	started uint64
	cpu, io uint64
}

func (p process) startedText() string { return strconv.FormatUint(p.started, 10) }

func (p process) since() string {
	filetime := syscall.Filetime{LowDateTime: uint32(p.started), HighDateTime: uint32(p.started >> 32)}
	return time.Unix(0, filetime.Nanoseconds()).UTC().Format("2006-01-02T15:04:05Z")
}

func snapshot() map[int]process {
	all := map[int]process{}
	handle, err := syscall.CreateToolhelp32Snapshot(syscall.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return all
	}
	defer syscall.CloseHandle(handle)
	var entry syscall.ProcessEntry32
	entry.Size = uint32(unsafe.Sizeof(entry))
	for err = syscall.Process32First(handle, &entry); err == nil; err = syscall.Process32Next(handle, &entry) {
		p := process{pid: int(entry.ProcessID), parent: int(entry.ParentProcessID), name: syscall.UTF16ToString(entry.ExeFile[:])}
		if opened, err := syscall.OpenProcess(queryLimited, false, entry.ProcessID); err == nil {
			describe(opened, &p)
			syscall.CloseHandle(opened)
		}
		all[p.pid] = p
	}
	return all
}

func describe(handle syscall.Handle, p *process) {
	var created, exited, kernel, user syscall.Filetime
	if syscall.GetProcessTimes(handle, &created, &exited, &kernel, &user) == nil {
		p.started, p.cpu = ticks(created), ticks(kernel)+ticks(user)
	}
	var counters [6]uint64
	if ok, _, _ := getIoCounters.Call(uintptr(handle), uintptr(unsafe.Pointer(&counters))); ok != 0 {
		p.io = counters[3] + counters[4]
	}
	buffer := make([]uint16, 32768)
	size := uint32(len(buffer))
	if ok, _, _ := queryImageName.Call(uintptr(handle), 0, uintptr(unsafe.Pointer(&buffer[0])), uintptr(unsafe.Pointer(&size))); ok != 0 {
		p.path = syscall.UTF16ToString(buffer[:size])
	}
}

func ticks(time syscall.Filetime) uint64 {
	return uint64(time.HighDateTime)<<32 | uint64(time.LowDateTime)
}

func stopOne(pid int, started string, directories []string, end time.Time) string {
	handle, err := syscall.OpenProcess(queryLimited|terminate|syscall.SYNCHRONIZE, false, uint32(pid))
	if err != nil {
		return "gone"
	}
	defer syscall.CloseHandle(handle)
	p := process{pid: pid}
	describe(handle, &p)
	switch {
	case p.startedText() != started:
		return "another"
	case !inside(p.path, directories):
		return "elsewhere"
	}
	if syscall.TerminateProcess(handle, 1) != nil {
		return "refused"
	}
	left := max(time.Until(end).Milliseconds(), 0)
	if event, _ := syscall.WaitForSingleObject(handle, uint32(left)); event != syscall.WAIT_OBJECT_0 {
		return "stays"
	}
	return "ended"
}
