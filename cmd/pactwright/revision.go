package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"strings"

	"pactwright/generator"
)

// maxRevision bounds the folder of a project file at a revision: templates and
// files that came in included.
const maxRevision = 64 << 20

// revisionSide reads a project file as it was at a revision, written REV:path as
// git does. Everything beside it is of the same revision. Git only reads here.
func (f *projectFlags) revisionSide(ctx context.Context, name string) (generator.World, error) {
	rev, file, _ := strings.Cut(name, ":")
	if strings.HasPrefix(rev, "-") {
		return generator.World{}, usageError{fmt.Errorf("%q is no revision", rev)}
	}
	top, err := git(ctx, name, ".", "rev-parse", "--show-toplevel")
	if err != nil {
		return generator.World{}, err
	}
	if strings.HasPrefix(file, "./") || strings.HasPrefix(file, "../") {
		prefix, err := git(ctx, name, ".", "rev-parse", "--show-prefix")
		if err != nil {
			return generator.World{}, err
		}
		file = path.Join(line(prefix), file)
	}
	dir, base := path.Split(path.Clean(file))
	tree := rev
	if dir != "" {
		tree += ":" + strings.TrimSuffix(dir, "/")
	}
	data, err := git(ctx, name, line(top), "archive", "--format=zip", tree)
	if err != nil {
		return generator.World{}, err
	}
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return generator.World{}, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	if _, err := fs.Stat(files, base); err != nil {
		return generator.World{}, fmt.Errorf("there is no file %s at the revision %s", file, rev)
	}
	return generator.World{Dir: files, Name: base, Layers: f.layers()}, nil
}

func line(text []byte) string { return strings.TrimRight(string(text), "\r\n") }

// git runs one command that reads, in a folder, and returns what it prints.
func git(ctx context.Context, name, dir string, args ...string) ([]byte, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, fmt.Errorf("%s names a revision, and the program git that could read it is not installed", name)
		}
		return nil, fmt.Errorf("%s cannot be read: git: %w", name, err)
	}
	data, err := io.ReadAll(io.LimitReader(out, maxRevision+1))
	if len(data) > maxRevision {
		stop()
		_ = cmd.Wait()
		return nil, fmt.Errorf("%s cannot be read: its folder is larger than %d MiB at that revision", name, maxRevision>>20)
	}
	if failed := cmd.Wait(); failed != nil {
		return nil, fmt.Errorf("%s cannot be read: git says: %s", name, firstLine(said.String()))
	}
	return data, err
}

func firstLine(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return strings.TrimPrefix(first, "fatal: ")
}
