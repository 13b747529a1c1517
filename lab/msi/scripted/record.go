package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
	"unicode/utf16"
	"unsafe"
)

var (
	logSwitch     = regexp.MustCompile(`(?i)\s[/-]l[a-z*+!]*\s+(?:"([^"]*)"|(\S+))`)
	encodedScript = regexp.MustCompile(`(?i)\s[/-]e(?:c|nc|ncodedcommand)?\s+"?([A-Za-z0-9+/=]+)`)
)

// record gives this call its number and writes down how it was called. Making the file is what counts the calls.
func record(home string) call {
	cwd, _ := os.Getwd()
	this := call{
		CommandLine: rawCommandLine(),
		Environment: os.Environ(),
		Cwd:         cwd,
		Pid:         os.Getpid(),
		StartedAt:   time.Now(),
	}
	this.Script = decodedScript(this.CommandLine)
	for {
		this.Number++
		text, _ := json.Marshal(this)
		if create(filepath.Join(home, numbered("call", this.Number)), text) {
			return this
		}
	}
}

func numbered(kind string, number int) string {
	return fmt.Sprintf("%s-%04d.json", kind, number)
}

// claim uses a step up by one; false when it has been used often enough.
func claim(home string, step, times int) bool {
	for use := 0; use < times; use++ {
		if create(filepath.Join(home, fmt.Sprintf("used-%d-%d", step, use)), nil) {
			return true
		}
	}
	return false
}

func create(file string, content []byte) bool {
	made, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		if !os.IsExist(err) {
			os.Exit(exitNoScenario)
		}
		return false
	}
	defer made.Close()
	made.Write(content)
	return true
}

func rawCommandLine() string {
	start := unsafe.Pointer(syscall.GetCommandLine())
	var units []uint16
	for at := start; *(*uint16)(at) != 0; at = unsafe.Add(at, 2) {
		units = append(units, *(*uint16)(at))
	}
	return string(utf16.Decode(units))
}

func decodedScript(commandLine string) string {
	match := encodedScript.FindStringSubmatch(commandLine)
	if match == nil {
		return ""
	}
	bytes, err := base64.StdEncoding.DecodeString(match[1])
	if err != nil {
		return ""
	}
	units := make([]uint16, len(bytes)/2)
	for index := range units {
		units[index] = binary.LittleEndian.Uint16(bytes[2*index:])
	}
	return string(utf16.Decode(units))
}

func logPath(commandLine string) string {
	match := logSwitch.FindStringSubmatch(commandLine)
	if match == nil {
		return ""
	}
	return match[1] + match[2]
}

// writeLog writes as the installer does: UTF-16LE with a byte order mark, CRLF, line by line; the directory has to be there.
func writeLog(file, text string, lineDelay int) bool {
	if file == "" {
		return true
	}
	log, err := os.Create(file)
	if err != nil {
		return false
	}
	defer log.Close()
	log.Write([]byte{0xff, 0xfe})
	for _, line := range strings.SplitAfter(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		var bytes []byte
		for _, unit := range utf16.Encode([]rune(strings.ReplaceAll(line, "\n", "\r\n"))) {
			bytes = binary.LittleEndian.AppendUint16(bytes, unit)
		}
		log.Write(bytes)
		time.Sleep(time.Duration(lineDelay) * time.Millisecond)
	}
	return true
}
