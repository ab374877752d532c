import type { Change } from '../../api'
import type { Pen } from '../shapes'
import type { Look } from '../look'

/** What became of a body or a line between two days: a colour, and a sign and dashes that say it without the colour. */
export interface ChangeLook { colour: string; sign: string; text: string; dash: number[] }

export const changeLooks: Record<Change, ChangeLook> = {
  came: { colour: '#0072b2', sign: '+', text: 'Came', dash: [] },
  went: { colour: '#d55e00', sign: '−', text: 'Went', dash: [7, 4] },
  renamed: { colour: '#7b3294', sign: '~', text: 'Renamed', dash: [] },
  succeeded: { colour: '#8a6d00', sign: '›', text: 'Succeeded by another', dash: [2, 3] },
}

/** A small disc with the sign. */
export function badge(pen: Pen, change: Change, x: number, y: number, r: number, look: Look) {
  const { colour, sign } = changeLooks[change]
  pen.beginPath()
  pen.arc(x, y, r, 0, 2 * Math.PI)
  pen.closePath()
  pen.fillStyle = look.node(colour)
  pen.strokeStyle = look.ground
  pen.lineWidth = 1.5
  pen.fill()
  pen.stroke()
  pen.font = `700 ${Math.round(r * 1.7)}px ${look.font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = look.ground
  pen.fillText(sign, x, y + r * 0.08)
}
