package format

import "reflect"

// Filled gives a copy of an answer in which no list is nil: in JSON it would be
// null, and every caller would have to expect that.
func Filled[T any](v T) T {
	value := reflect.ValueOf(&v).Elem()
	value.Set(fill(value))
	return v
}

func fill(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Struct, reflect.Slice:
	default:
		return v // there is no list in it
	}
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(fill(v.Elem()))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(fill(v.Elem()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(fill(v.Field(i)))
			}
		}
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(fill(v.Index(i)))
		}
	}
	return out
}
