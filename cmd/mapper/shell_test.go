//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mapper/cypher"
)

// completed asks the program what could come next.
func completed(t *testing.T, line string) []string {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path)
	cmd.Env = append(os.Environ(), "COMP_LINE="+line, "NEO4J_URI=bolt://127.0.0.1:1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(string(out))
	slices.Sort(words)
	return words
}

func TestCompletion(t *testing.T) {
	dir, saved := ruined(t), t.TempDir()
	if err := cypher.NewFolder(filepath.Join(saved, "queries")).Put(map[string]string{"people": persons, "persons": persons}); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string][]string{
		"mapper vi":                                             {"view", "views"},
		"mapper view who-r":                                     {"who-regulates-whom"},
		"mapper rules no-":                                      {"no-body-succeeds-itself", "no-edge-outside-the-life-of-its-ends", "no-orphan-entity"},
		"mapper rules --rules " + dir + " no-p":                 {"no-person"},
		"mapper view lineage -p ":                               {"body="},
		"mapper query --home " + saved + " --saved peo":         {"people"},
		"mapper queries show --queries " + saved + "/queries p": {"people", "persons"},
		"mapper draft x --queries " + saved + "/queries --saved people -p ": {"limit=", "word="},
		"mapper neighbours tda --direction o":                               {"out"},
		"mapper paths a b --relation PART":                                  {"PARTY_TO", "PART_OF"},
		"mapper diff --kind TertiaryC":                                      {"TertiaryCentre"},
		"mapper rules --format s":                                           {"sarif"},
		"mapper rules --fail-on ":                                           {"error", "warning"},
		"mapper completion ":                                                {"bash", "fish", "zsh"},
		"mapper view who-regulates-whom --format nd":                        {"ndjson"},
		"mapper diff --fr":                                                  {"--from"},
	} {
		if got := completed(t, line); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}

// TestShells has each shell that is installed take its script, and fish, which can be
// asked, complete by it.
func TestShells(t *testing.T) {
	for shell, script := range map[string]string{
		"bash": `source <(mapper completion bash) && complete -p mapper`,
		"zsh":  `source <(mapper completion zsh) && print -- $_comps[mapper]`,
		"fish": `mapper completion fish | source; complete -C "mapper view who-reg"`,
	} {
		t.Run(shell, func(t *testing.T) {
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skip(shell + " is not installed")
			}
			program, err := binary()
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(path, "-c", script)
			cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(program)+":"+os.Getenv("PATH"), "HOME="+t.TempDir())
			out, err := cmd.CombinedOutput()
			want := map[string]string{"bash": "-C '" + program + "' mapper", "zsh": "bash", "fish": "who-regulates-whom"}[shell]
			if err != nil || !strings.Contains(string(out), want) {
				t.Errorf("%v: %q does not say %q", err, out, want)
			}
		})
	}
}

// TestManual has the page checked by the programs that show it, where they are.
func TestManual(t *testing.T) {
	o := mapper(t, "man")
	o.want(t, 0, ".TH MAPPER 1", ".SH EXIT STATUS", "mapper view <name>", `\-\-as\-at`, "NEO4J_URI", "mapper rules \\-\\-format junit")
	committed, err := os.ReadFile("../../docs/mapper.1")
	if err != nil || string(committed) != o.out {
		t.Errorf("docs/mapper.1 is not what mapper man prints: run go generate ./... (%v)", err)
	}
	page := filepath.Join(t.TempDir(), "mapper.1")
	if err := os.WriteFile(page, []byte(o.out), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, check := range [][]string{{"man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page}, {"mandoc", "-Tlint", "-Wwarning", page}} {
		if _, err := exec.LookPath(check[0]); err != nil {
			t.Log(check[0] + " is not installed")
			continue
		}
		var said strings.Builder
		cmd := exec.Command(check[0], check[1:]...)
		cmd.Stderr = &said
		if check[0] == "mandoc" {
			cmd.Stdout = &said
		}
		if err := cmd.Run(); err != nil || said.Len() > 0 {
			t.Errorf("%v: %v\n%s", check, err, said.String())
		}
	}
}
