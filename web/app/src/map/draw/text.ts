import type { Label } from '../labels'
import type { Look } from '../look'
import type { Pen } from '../shapes'

export const font = (look: Look, px: number, bold: boolean) => `${bold ? 600 : 400} ${px}px ${look.font}`

const widths = new Map<string, number>()

/** How wide a text is; measured once. */
export function width(pen: Pen, text: string, face: string): number {
  const key = face + text
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > 20_000) widths.clear()
  pen.font = face
  const measured = pen.measureText(text).width
  widths.set(key, measured)
  return measured
}

/** A name, with the ground around its letters so that lines do not run through them. */
export function write(pen: Pen, l: Pick<Label, 'lines' | 'x' | 'y' | 'size' | 'bold' | 'align' | 'step'>, look: Look) {
  pen.font = font(look, l.size, l.bold)
  pen.textAlign = l.align
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 3.5
  pen.strokeStyle = look.halo
  pen.fillStyle = look.label
  l.lines.forEach((text, i) => pen.strokeText(text, l.x, l.y + i * l.step))
  l.lines.forEach((text, i) => pen.fillText(text, l.x, l.y + i * l.step))
}
