// The picture as a file: the same drawing as on the screen, in light colours, whole, with its legend.
import { fit } from '../camera'
import { Labels } from '../labels'
import { paperLook } from '../look'
import type { Picture } from '../paint'
import type { Pen } from '../shapes'
import { plan, sheet, type Paper } from './sheet'
import { escape, SvgPen } from './svgpen'

export type { Paper } from './sheet'
export type { Entry } from './key'

const none = { hover: '', selected: '', cursor: '', centre: '' }

/** The whole map, whatever part of it is on the screen, on paper of about the screen's shape. */
export function onPaper(picture: Picture): Picture {
  const { scene, size, changes, notes, layout, centre } = picture
  const shape = Math.min(2, Math.max(0.6, size.width / Math.max(1, size.height)))
  const width = Math.min(3200, Math.max(1200, Math.sqrt(scene.nodes.length) * 100))
  const paper = { width: Math.round(width), height: Math.round(width / shape) }
  return {
    scene, size: paper, camera: fit(scene.nodes, paper), look: paperLook(), labels: new Labels(), changes, notes, layout, centre,
    attention: { ...none, selected: '', centre: '' },
  }
}

/** The picture as SVG: valid XML, text as text, each body and each line a group with its id and title. */
export function svg(picture: Picture, paper: Paper, measure = measured()): string {
  const on = onPaper(picture)
  const pen = new SvgPen(measure)
  const p = plan(pen, on, paper)
  sheet(pen, on, paper, p, (x, y, draw) => {
    pen.frame(x, y, on.size.width, on.size.height)
    draw()
    pen.endFrame()
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${p.width}" height="${p.height}" viewBox="0 0 ${p.width} ${p.height}" role="img" aria-labelledby="title desc">
<title id="title">${escape(paper.title)}</title>
<desc id="desc">${escape([paper.subtitle, ...paper.sources].filter(Boolean).join('. '))}</desc>
${pen}
</svg>
`
}

/** The same as PNG; a scale of 2 has two dots to each unit. */
export function png(picture: Picture, scale: number, paper: Paper): Promise<Blob> {
  const on = onPaper(picture)
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { alpha: false })!
  const p = plan(pen, on, paper)
  canvas.width = Math.round(p.width * scale)
  canvas.height = Math.round(p.height * scale)
  pen.scale(scale, scale)
  sheet(pen as Pen, on, paper, p, (x, y, draw) => {
    pen.save()
    pen.beginPath()
    pen.rect(x, y, on.size.width, on.size.height)
    pen.clip()
    pen.translate(x, y)
    draw()
    pen.restore()
  })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser. Choose a smaller scale, or SVG.'))), 'image/png'))
}

function measured() {
  const pen = document.createElement('canvas').getContext('2d')!
  return (text: string, face: string) => {
    pen.font = face
    return pen.measureText(text).width
  }
}
