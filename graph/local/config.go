package local

import (
	_ "embed"
	"fmt"
	"net"
	"os/exec"
	"path/filepath"
)

//go:embed neo4j.conf
var settings []byte

// writeConfig writes the settings of a server on this port.
func writeConfig(dir string, port int, f profile) error {
	text := fmt.Appendf(settings[:len(settings):len(settings)],
		"server.bolt.listen_address=127.0.0.1:%d\nserver.bolt.advertised_address=127.0.0.1:%d\n%s", port, port, f.settings)
	return writeFile(filepath.Join(dir, "neo4j.conf"), text)
}

// freePort asks the system for a port on loopback that nobody uses. Another process
// may take it before Neo4j does, so a start is tried twice.
func freePort() (int, error) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("no free port on 127.0.0.1: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// opens are Java's flags for whatever runs Neo4j's code.
var opens = []string{
	"--add-opens=java.base/java.nio=ALL-UNNAMED",
	"--add-opens=java.base/java.io=ALL-UNNAMED",
	"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
}

// serverCommand is Neo4j in this home, with more of Java's flags put first.
func (p places) serverCommand(j java, more ...string) *exec.Cmd {
	args := append(more, p.profile.java...)
	args = append(args, homeFlag(p.home),
		"-XX:ErrorFile="+filepath.Join(p.logs(), "java-crash.log"),
		"-cp", filepath.Join(p.lib(), "*"))
	args = append(append(args, opens...),
		"org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+p.home, "--config-dir="+p.conf(), "--console-mode")
	cmd := exec.Command(j.path, args...)
	cmd.Dir = p.home
	return cmd
}

// homeFlag is a property of Java's that tells a Neo4j or a tool of this home from
// other processes.
func homeFlag(home string) string { return "-Dmapper.home=" + home }
