package xlsx

import (
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// The small parts of a workbook: they are read whole.

type relationships struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// target gives the part that the relationship of an id, or of the kind whose name a
// type ends with, leads to; "" when there is none. from is the part that has it.
func (r relationships) target(from, id, kind string) string {
	for _, one := range r.List {
		if id != "" && one.ID == id || kind != "" && strings.HasSuffix(one.Type, "/"+kind) {
			if strings.HasPrefix(one.Target, "/") {
				return one.Target[1:]
			}
			return path.Join(path.Dir(from), one.Target)
		}
	}
	return ""
}

type contents struct {
	Properties struct {
		From1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name string     `xml:"name,attr"`
		Any  []xml.Attr `xml:",any,attr"`
	} `xml:"sheets>sheet"`
}

type styles struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

// dates gives for each style of cells what it shows of a date.
func (s styles) dates() []precision {
	own := map[int]precision{}
	for _, f := range s.Formats {
		own[f.ID] = custom(f.Code)
	}
	var all []precision
	for _, cell := range s.Cells {
		p, ok := own[cell.Format]
		if !ok {
			p = builtIn(cell.Format)
		}
		all = append(all, p)
	}
	return all
}

// smallLimit bounds the parts that are read whole.
const smallLimit = 16 << 20

func (b *Book) decode(name string, into any) error {
	part, err := b.part(name)
	if err != nil {
		return err
	}
	defer part.Close()
	return xml.NewDecoder(io.LimitReader(part, smallLimit)).Decode(into)
}
