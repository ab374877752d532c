package local

// Empty says that the home has no store yet, so that an import may make one.
func Empty(o Options) bool {
	p, err := o.places()
	return err == nil && !exists(p.store())
}
