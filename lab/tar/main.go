// A stand-in for tar.exe, which Windows and Git bring and Wine has not: a real Windows program that understands the calls that
// @actions/cache makes of a GNU tar, and no others:
//
//	tar --posix -cf FILE --exclude FILE -P -C DIR --files-from LIST --force-local -z
//	tar -xf FILE -P -C DIR --force-local -z
//	tar --version
//
// As people see it on their machines, it does not write over a file that is there: "Cannot open: File exists", one line for each, and exit code 2.
// TAR_STAND_IN=hang makes it stop after ten entries for ten minutes, "fail" there; TAR_STAND_IN_LOG names a file that gets its command lines.
package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

type call struct {
	create, extract bool
	file, dir, list string
}

func main() {
	note(os.Args[1:])
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println("tar (stand-in of the lab for GNU tar)")
		return
	}
	c := parse(os.Args[1:])
	err := errors.New("neither -cf nor -xf is given")
	if c.create {
		err = pack(c)
	} else if c.extract {
		err = unpack(c)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "tar:", err)
		os.Exit(2)
	}
}

func parse(args []string) call {
	c := call{}
	for i := 0; i < len(args); i++ {
		next := func() string {
			i++
			if i >= len(args) {
				die("an argument is missing after " + args[i-1])
			}
			return args[i]
		}
		switch args[i] {
		case "-cf":
			c.create, c.file = true, next()
		case "-xf":
			c.extract, c.file = true, next()
		case "-C":
			c.dir = next()
		case "--files-from":
			c.list = next()
		case "--exclude":
			next()
		case "--posix", "-P", "--force-local", "-z":
		default:
			die("this stand-in does not know " + args[i])
		}
	}
	return c
}

func pack(c call) error {
	list, err := os.ReadFile(c.list)
	if err != nil {
		return err
	}
	file, err := os.Create(c.file)
	if err != nil {
		return err
	}
	zip := gzip.NewWriter(file)
	out := tar.NewWriter(zip)
	for _, name := range strings.Split(strings.TrimSpace(strings.ReplaceAll(string(list), "\r", "")), "\n") {
		err := filepath.Walk(place(c.dir, name), func(path string, info fs.FileInfo, err error) error {
			if err != nil {
				return err
			}
			inner := filepath.ToSlash(strings.TrimPrefix(path, place(c.dir, name)))
			return add(out, path, name+inner, info)
		})
		if err != nil {
			return err
		}
	}
	return errors.Join(out.Close(), zip.Close(), file.Close())
}

func add(out *tar.Writer, path, name string, info fs.FileInfo) error {
	header, err := tar.FileInfoHeader(info, "")
	if err != nil {
		return err
	}
	header.Name = name
	if info.IsDir() {
		header.Name += "/"
	}
	if err := out.WriteHeader(header); err != nil || info.IsDir() {
		return err
	}
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(out, in)
	return err
}

func unpack(c call) error {
	file, err := os.Open(c.file)
	if err != nil {
		return err
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	in, failed := tar.NewReader(zip), 0
	for count := 0; ; count++ {
		header, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if count == 10 && os.Getenv("TAR_STAND_IN") == "hang" {
			time.Sleep(10 * time.Minute)
		}
		if count == 10 && os.Getenv("TAR_STAND_IN") == "fail" {
			return errors.New("sabotaged")
		}
		if err := write(in, header, place(c.dir, header.Name)); err != nil {
			fmt.Fprintf(os.Stderr, "tar: %s: %v\n", header.Name, err)
			failed++
		}
	}
	if failed > 0 {
		return errors.New("Exiting with failure status due to previous errors")
	}
	return nil
}

func write(in io.Reader, header *tar.Header, path string) error {
	if header.Typeflag == tar.TypeDir {
		return os.MkdirAll(path, 0o777)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, os.FileMode(header.Mode))
	if errors.Is(err, fs.ErrExist) {
		return errors.New("Cannot open: File exists")
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close(), os.Chtimes(path, header.ModTime, header.ModTime))
}

// With -P a name may be a whole path, or lead out of the directory.
func place(dir, name string) string {
	name = filepath.FromSlash(strings.TrimSuffix(name, "/"))
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.FromSlash(dir), name)
}

func note(args []string) {
	log := os.Getenv("TAR_STAND_IN_LOG")
	if log == "" {
		return
	}
	if file, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666); err == nil {
		fmt.Fprintln(file, strings.Join(args, " "))
		file.Close()
	}
}

func die(message string) {
	fmt.Fprintln(os.Stderr, "tar:", message)
	os.Exit(64)
}
