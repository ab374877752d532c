import type { Pen } from '../shapes'

const two = (v: number) => String(Math.round(v * 100) / 100)

/** What XML does not allow is left out, what it reserves is escaped. */
export const escape = (text: string) =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** A pen that writes SVG: paths as paths, text as text. */
export class SvgPen implements Pen {
  fillStyle = '#000000'
  strokeStyle = '#000000'
  lineWidth = 1
  lineCap: CanvasLineCap = 'butt'
  lineJoin: CanvasLineJoin = 'miter'
  globalAlpha = 1
  font = '10px sans-serif'
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  private parts: string[] = []
  private d = ''
  private dash: number[] = []
  private halos = new Map<string, string>()

  /** measure tells how wide a text is in a font, as a canvas does. */
  constructor(private measure: (text: string, font: string) => number) {}

  toString() {
    return this.parts.join('\n')
  }

  open(part: string, id: string, title: string) {
    this.parts.push(`<g class="${part}" data-id="${escape(id)}">${title ? `<title>${escape(title)}</title>` : ''}`)
  }

  close() {
    this.parts.push('</g>')
  }

  /** A picture within the picture, at a place of its own; what reaches beyond is cut off. */
  frame(x: number, y: number, width: number, height: number) {
    this.parts.push(`<svg x="${two(x)}" y="${two(y)}" width="${two(width)}" height="${two(height)}" viewBox="0 0 ${two(width)} ${two(height)}">`)
  }

  endFrame() {
    this.parts.push('</svg>')
  }

  beginPath() {
    this.d = ''
  }

  closePath() {
    this.d += 'Z'
  }

  moveTo(x: number, y: number) {
    this.d += `M${two(x)} ${two(y)}`
  }

  lineTo(x: number, y: number) {
    this.d += `L${two(x)} ${two(y)}`
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number) {
    this.d += `C${[ax, ay, bx, by, x, y].map(two).join(' ')}`
  }

  /** Whole circles are all that is drawn. */
  arc(x: number, y: number, r: number) {
    this.d += `M${two(x - r)} ${two(y)}a${two(r)} ${two(r)} 0 1 0 ${two(2 * r)} 0a${two(r)} ${two(r)} 0 1 0 ${two(-2 * r)} 0`
  }

  rect(x: number, y: number, w: number, h: number) {
    this.d += `M${two(x)} ${two(y)}h${two(w)}v${two(h)}h${two(-w)}Z`
  }

  fill() {
    if (this.d) this.parts.push(`<path d="${this.d}" fill="${this.fillStyle}"${this.see()}/>`)
  }

  stroke() {
    if (!this.d) return
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(two).join(' ')}"` : ''
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`
    this.parts.push(`<path d="${this.d}" fill="none" stroke="${this.strokeStyle}" stroke-width="${two(this.lineWidth)}"${dash}${cap}${join}${this.see()}/>`)
  }

  fillRect(x: number, y: number, w: number, h: number) {
    this.parts.push(`<rect x="${two(x)}" y="${two(y)}" width="${two(w)}" height="${two(h)}" fill="${this.fillStyle}"${this.see()}/>`)
  }

  /** The ground around letters becomes part of the text that follows. */
  strokeText(text: string, x: number, y: number) {
    this.halos.set(`${text} ${x} ${y}`, ` stroke="${this.strokeStyle}" stroke-width="${two(this.lineWidth)}" stroke-linejoin="round" paint-order="stroke"`)
  }

  fillText(text: string, x: number, y: number) {
    const key = `${text} ${x} ${y}`
    const [, weight, size, family] = /^(\S+) (\S+)px (.*)$/.exec(this.font) ?? ['', '400', '12', 'sans-serif']
    const anchor = this.textAlign === 'center' ? 'middle' : this.textAlign === 'right' ? 'end' : 'start'
    // not every reader knows dominant-baseline: the middle of capitals lies 0.35 em above the line
    const down = this.textBaseline === 'middle' ? y + Number(size) * 0.35 : y
    this.parts.push(`<text x="${two(x)}" y="${two(down)}" font-family="${escape(family!.replace(/"/g, "'"))}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${this.fillStyle}"${this.halos.get(key) ?? ''}${this.see()}>${escape(text)}</text>`)
    this.halos.delete(key)
  }

  measureText(text: string) {
    return { width: this.measure(text, this.font) } as TextMetrics
  }

  setLineDash(dash: number[]) {
    this.dash = dash
  }

  private see = () => (this.globalAlpha < 1 ? ` opacity="${two(this.globalAlpha)}"` : '')
}
