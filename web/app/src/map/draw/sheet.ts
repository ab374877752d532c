// A sheet of paper: title and date above the picture, the legend and the sources below it.
import { paint, type Picture } from '../paint'
import type { Look } from '../look'
import type { Pen } from '../shapes'
import { font, width } from './text'
import { entriesOf, sample, type Entry } from './key'

export interface Paper {
  title: string
  subtitle: string // the day it stands for, and how much of the network it shows
  sources: string[] // a line each
  legend?: Entry[] // else what is drawn explains itself
}

const margin = 20
const titleSize = 20
const size = 12
const row = 20

export interface Plan { width: number; height: number; top: number; legend: { entry: Entry; x: number; y: number }[]; legendTop: number; sources: string[]; sourcesTop: number }

/** Where everything goes. */
export function plan(pen: Pen, { scene, size: s, look }: Picture, paper: Paper): Plan {
  const top = margin + titleSize + (paper.subtitle ? 20 : 0) + 14
  const legendTop = top + s.height + 22
  let [x, y] = [margin, legendTop]
  const legend = (paper.legend ?? entriesOf(scene)).map((entry) => {
    const wide = 36 + width(pen, entry.text, font(look, size, false)) + 18
    if (x > margin && x + wide > s.width - margin) [x, y] = [margin, y + row]
    const at = { entry, x, y }
    x += wide
    return at
  })
  const sources = paper.sources.flatMap((line) => fold(pen, line, s.width - 2 * margin, look))
  const sourcesTop = y + (legend.length ? row + 6 : 0)
  return { width: s.width, height: sourcesTop + sources.length * 16 + margin, top, legend, legendTop, sources, sourcesTop }
}

export function sheet(pen: Pen, picture: Picture, paper: Paper, p: Plan, within: (x: number, y: number, draw: () => void) => void) {
  const { look } = picture
  pen.globalAlpha = 1
  pen.fillStyle = look.ground
  pen.fillRect(0, 0, p.width, p.height)
  say(pen, paper.title, margin, margin + titleSize / 2, titleSize, true, look)
  if (paper.subtitle) say(pen, paper.subtitle, margin, margin + titleSize + 12, 13, false, look)
  within(0, p.top, () => paint(pen, picture))
  pen.globalAlpha = 1
  for (const { entry, x, y } of p.legend) {
    sample(pen, entry, x + 13, y, look)
    say(pen, entry.text, x + 34, y, size, false, look)
  }
  p.sources.forEach((line, i) => say(pen, line, margin, p.sourcesTop + i * 16, 11, false, look))
}

function say(pen: Pen, text: string, x: number, y: number, px: number, bold: boolean, look: Look) {
  pen.font = font(look, px, bold)
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillStyle = look.label
  pen.fillText(text, x, y)
}

/** Breaks a text where the paper ends. */
function fold(pen: Pen, text: string, wide: number, look: Look): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word
    if (lines.at(-1) && width(pen, longer, font(look, 11, false)) > wide) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
