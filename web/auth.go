package web

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"net/http"
	"os"
	"strings"
	"sync"

	"golang.org/x/crypto/bcrypt"

	"mapper/graph"
)

// Auth is who may come in: users with their passwords' bcrypt hashes.
type Auth struct {
	hashes map[string][]byte
	decoy  []byte        // compared with when there is no such user
	key    []byte        // of this run
	turn   chan struct{} // bcrypt is slow on purpose: a few at a time

	mu   sync.Mutex
	seen map[string][]byte // by user: what has been found right, under key
}

// ReadUsers reads a users' file: lines NAME:HASH with bcrypt hashes, as htpasswd
// -nB NAME makes them; empty lines and lines that begin with # do not count. Its
// errors name file and line.
func ReadUsers(path string) (*Auth, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: the users' file cannot be read: %v", path, err)
	}
	a := &Auth{hashes: map[string][]byte{}, seen: map[string][]byte{}, key: make([]byte, 32), turn: make(chan struct{}, 4)}
	_, _ = rand.Read(a.key) // never fails
	lines := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, hash, _ := strings.Cut(line, ":")
		if name == "" || a.hashes[name] != nil {
			return nil, graph.Errorf(graph.Invalid, "%s:%d: every line is NAME:HASH, with a name of its own", path, n)
		}
		if _, err := bcrypt.Cost([]byte(hash)); err != nil {
			return nil, graph.Errorf(graph.Invalid, "%s:%d: the hash of %s is not bcrypt: make the line with htpasswd -nB %s", path, n, name, name)
		}
		a.hashes[name] = []byte(hash)
	}
	if len(a.hashes) == 0 {
		return nil, graph.Errorf(graph.Invalid, "%s: there are no users in it: add a line made with htpasswd -nB NAME", path)
	}
	return a, a.prepareDecoy()
}

// prepareDecoy makes the hash that an unknown user is compared with, as costly as
// the costliest: else the time of the answer would tell who is a user.
func (a *Auth) prepareDecoy() error {
	cost := bcrypt.MinCost
	for _, hash := range a.hashes {
		if c, err := bcrypt.Cost(hash); err == nil {
			cost = max(cost, c)
		}
	}
	var err error
	a.decoy, err = bcrypt.GenerateFromPassword(a.key, cost)
	return err
}

// allows says whether the password is the user's. What has been found right once
// is not hashed again, or every file of a page would cost a tenth of a second.
func (a *Auth) allows(user, password string) bool {
	mac := hmac.New(sha256.New, a.key)
	_, _ = mac.Write([]byte(user + "\x00" + password)) // never fails
	sum := mac.Sum(nil)
	if hmac.Equal(a.remembered(user), sum) {
		return true
	}
	a.turn <- struct{}{}
	defer func() { <-a.turn }()
	hash, known := a.hashes[user]
	if !known {
		hash = a.decoy
	}
	if bcrypt.CompareHashAndPassword(hash, []byte(password)) != nil || !known {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.seen[user] = sum
	return true
}

func (a *Auth) remembered(user string) []byte {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.seen[user]
}

// authenticated lets only users in, where there are any.
func (s *site) authenticated(next http.Handler) http.Handler {
	if s.auth == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		open := r.URL.Path == "/healthz" || r.URL.Path == "/readyz"
		if user, password, ok := r.BasicAuth(); !open && (!ok || !s.auth.allows(user, password)) {
			w.Header().Set("WWW-Authenticate", `Basic realm="mapper", charset="UTF-8"`)
			s.fail(w, r, newProblem(http.StatusUnauthorized, "Only users may come in: give the name and password of one."))
			return
		}
		next.ServeHTTP(w, r)
	})
}
