package local

import (
	"os"
	"runtime"
	"strings"
)

// installs says, by system, how Java and Maven are installed there. On Linux the
// key is an ID of /etc/os-release.
var installs = map[string]string{
	"debian":  "sudo apt install openjdk-17-jre-headless maven   (openjdk-21-jre-headless where there is no 17)",
	"fedora":  "sudo dnf install java-21-openjdk-headless maven",
	"rhel":    "sudo dnf install java-21-openjdk-headless maven",
	"suse":    "sudo zypper install java-21-openjdk-headless maven",
	"arch":    "sudo pacman -S jre21-openjdk-headless maven",
	"alpine":  "sudo apk add openjdk21-jre-headless maven",
	"darwin":  "brew install openjdk@21 maven && export JAVA_HOME=\"$(brew --prefix openjdk@21)\"",
	"windows": "winget install EclipseAdoptium.Temurin.21.JRE, and Maven from https://maven.apache.org/download.cgi",
}

// advice is what to do on this system when Java or Maven is missing: it ends every
// such message.
func advice() string {
	system := runtime.GOOS
	if system == "linux" {
		text, _ := os.ReadFile("/etc/os-release")
		system = distribution(string(text))
	}
	install, known := installs[system]
	if !known {
		install = "install Java 17 or 21 (https://adoptium.net) and Maven (https://maven.apache.org)"
	}
	return "Do one of these:\n" +
		"  install it:           " + install + "\n" +
		"  use your own Neo4j:   set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD\n" +
		"  use a container:      docker compose up"
}

// distribution picks the key of installs from an os-release file: a derived system
// (ID=ubuntu) names what it is like (ID_LIKE=debian).
func distribution(osRelease string) string {
	for line := range strings.Lines(osRelease) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if key != "ID" && key != "ID_LIKE" {
			continue
		}
		for id := range strings.FieldsSeq(strings.Trim(value, `"'`)) {
			if _, known := installs[id]; known {
				return id
			}
		}
	}
	return "linux"
}
