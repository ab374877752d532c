package format

import (
	"io"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"

	"mapper/graph"
)

// rowGroup is how many rows a Parquet file has in one group: what is held in memory
// before it is written.
const rowGroup = 20_000

// parquetRows writes Parquet, compressed by Snappy: integers, numbers, booleans and days
// have their own types, several values are a list, and whatever is not known is null.
type parquetRows struct {
	out     *parquet.Writer
	columns []flat
	row     parquet.Row
}

func newParquet(w io.Writer, columns []graph.Column) (Rows, error) {
	p := &parquetRows{columns: flatten(columns)}
	root := ordered{Group: parquet.Group{}}
	for i := range p.columns {
		for root.Group[p.columns[i].name] != nil { // x_id beside an entity x
			p.columns[i].name += "_"
		}
		root.Group[p.columns[i].name] = parquetNode(p.columns[i].typ)
		root.names = append(root.names, p.columns[i].name)
	}
	p.out = parquet.NewWriter(w, parquet.NewSchema("row", root), parquet.MaxRowsPerRowGroup(rowGroup),
		parquet.Compression(&parquet.Snappy), parquet.CreatedBy("mapper", "1", ""))
	return p, nil
}

// ordered is a group whose columns keep their order; the library sorts them by name.
type ordered struct {
	parquet.Group
	names []string
}

// Fields gives the columns.
func (o ordered) Fields() []parquet.Field {
	fields := o.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int { return slices.Index(o.names, a.Name()) - slices.Index(o.names, b.Name()) })
	return fields
}

func parquetNode(typ string) parquet.Node {
	text := parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	switch typ {
	case "integer":
		return parquet.Optional(parquet.Int(64))
	case "number":
		return parquet.Optional(parquet.Leaf(parquet.DoubleType))
	case "boolean":
		return parquet.Optional(parquet.Leaf(parquet.BooleanType))
	case "date", day:
		return parquet.Optional(parquet.Date())
	case texts:
		return parquet.Optional(parquet.List(text))
	}
	return parquet.Optional(text)
}

// Row implements Rows.
func (p *parquetRows) Row(cells []any) error {
	p.row = p.row[:0]
	for i, c := range p.columns {
		value := c.of(cells[c.from])
		if c.typ == texts {
			p.list(i, value)
			continue
		}
		v, ok := parquetValue(c.typ, value)
		if !ok {
			return mistyped(c, value)
		}
		level := 1
		if v.IsNull() {
			level = 0
		}
		p.row = append(p.row, v.Level(0, level, i))
	}
	_, err := p.out.WriteRows([]parquet.Row{p.row})
	return err
}

// list adds a list of texts; the levels say whether it is there, and has anything in it.
func (p *parquetRows) list(column int, value any) {
	all, ok := value.([]string)
	switch {
	case !ok:
		p.row = append(p.row, parquet.NullValue().Level(0, 0, column))
	case len(all) == 0:
		p.row = append(p.row, parquet.NullValue().Level(0, 1, column))
	}
	for i, text := range all {
		p.row = append(p.row, parquet.ValueOf(text).Level(min(i, 1), 2, column))
	}
}

// parquetValue gives a value of a column's type; false when it is of another.
func parquetValue(typ string, value any) (parquet.Value, bool) {
	if value == nil {
		return parquet.NullValue(), true
	}
	switch v := value.(type) {
	case int64:
		if typ == "number" {
			return parquet.ValueOf(float64(v)), true
		}
		return parquet.ValueOf(v), typ == "integer"
	case float64:
		return parquet.ValueOf(v), typ == "number"
	case bool:
		return parquet.ValueOf(v), typ == "boolean"
	case string:
		if typ == "date" || typ == day {
			first, known := graph.Date(v).First()
			return parquet.Int32Value(int32(first.Sub(time.Unix(0, 0)) / (24 * time.Hour))), known
		}
		return parquet.ValueOf(v), typ == "text"
	}
	return parquet.NullValue(), false
}

// End implements Rows.
func (p *parquetRows) End(graph.Shown) error { return p.out.Close() }
