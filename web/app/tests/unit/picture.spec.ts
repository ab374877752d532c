// What can be checked of the picture without a browser: layouts, labels, SVG.
import { expect, test } from '@playwright/test'
import { vocabulary, world } from '../../bench/world'
import type { Box } from '../../src/map/boxes'
import { fit, type Size } from '../../src/map/camera'
import { course } from '../../src/map/curve'
import { svg } from '../../src/map/draw/export'
import { sight } from '../../src/map/draw/sight'
import { under } from '../../src/map/hit'
import { Labels } from '../../src/map/labels'
import { layouts } from '../../src/map/layout/messages'
import { run } from '../../src/map/layout/run'
import { taskOf } from '../../src/map/layout/task'
import { answer } from '../../src/map/measure/network'
import { paperLook } from '../../src/map/look'
import { buildScene, type Scene } from '../../src/map/scene'
import { Words } from '../../src/words'

const size: Size = { width: 1280, height: 800 }
const measure = (text: string, px: number) => text.length * px * 0.56
const none = { hover: '', selected: '', cursor: '', centre: '' }

async function laid(bodies: number, lines: number, layout: (typeof layouts)[number] = 'force'): Promise<Scene> {
  const scene = buildScene(world(bodies, lines).graph, new Words(vocabulary), new Map())
  const { x, y } = await run(taskOf(scene, 1.6, layout, ''))
  scene.nodes.forEach((n, i) => Object.assign(n, { x: x[i]!, y: y[i]! }))
  return scene
}

/** Those of which the fault is true, by their ids. */
const pairs = <T extends { id: string }>(all: T[], fault: (a: T, b: T) => boolean): string[] =>
  all.flatMap((a, i) => all.slice(i + 1).filter((b) => fault(a, b)).map((b) => `${a.id} and ${b.id}`))

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

for (const layout of layouts) {
  test(`${layout}: no shape lies over another, and the same map comes out the same`, async () => {
    const [scene, again] = [await laid(150, 300, layout), await laid(150, 300, layout)]
    expect(scene.nodes.map((n) => [n.x, n.y])).toEqual(again.nodes.map((n) => [n.x, n.y]))
    expect(pairs(scene.nodes, (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r)).toEqual([])
  })
}

test('columns keep kinds apart', async () => {
  const scene = await laid(150, 300, 'columns')
  const spans = new Map<string, [number, number]>()
  for (const n of scene.nodes) {
    const [l, r] = spans.get(n.group) ?? [Infinity, -Infinity]
    spans.set(n.group, [Math.min(l, n.x), Math.max(r, n.x)])
  }
  const all = [...spans.values()].sort((a, b) => a[0] - b[0])
  for (let i = 1; i < all.length; i++) expect(all[i]![0]).toBeGreaterThan(all[i - 1]![1])
})

test('in a tree what contains stands above what it contains', async () => {
  const scene = await laid(150, 150, 'tree')
  const firm = scene.edges.filter((e) => e.firm && e.from !== e.to)
  const right = firm.filter((e) => e.to.y < e.from.y)
  expect(right.length / firm.length).toBeGreaterThan(0.95) // circles have to be broken somewhere
})

for (const [bodies, lines] of [[120, 240], [1000, 3000], [6000, 12_000]] as const) {
  test(`names of ${bodies} bodies never overlap, at any distance`, () => {
    const { graph, spots } = world(bodies, lines)
    const scene = buildScene(graph, new Words(vocabulary), spots)
    const all = fit(scene.nodes, size)
    for (const nearer of [0.5, 1, 2, 5, 12]) {
      const camera = { ...all, k: all.k * nearer }
      const seen = sight(scene, camera, size)
      const curves = bodies > 500 ? [] : scene.edges.map((e) => course(e, camera, size))
      const placed = new Labels().place({ scene, seen, size, curves, light: null, bright: [], first: [], measure, reserved: [] })
      if (nearer <= 2) expect(placed.length).toBeGreaterThan(0)
      expect(pairs(placed, (a, b) => overlap(a.box, b.box)), `${nearer} times as near`).toEqual([])
    }
  })
}

test('SVG is well-formed XML with every body and every line, and text as text', async () => {
  const scene = await laid(150, 300)
  scene.nodes[0]!.node.name = scene.nodes[0]!.lines[0] = 'A <b> & "C" \u0003'
  const picture = { scene, camera: fit(scene.nodes, size), size, look: paperLook(), attention: none, labels: new Labels() }
  const text = svg(picture, { title: 'Map & more', subtitle: 'As at <today>', sources: ['A source'] }, (text) => measure(text, 13))
  const open: string[] = []
  for (const [, end, name, , self] of text.replace(/<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([a-z]+)((?:\s[a-zA-Z-]+="[^"<]*")*)(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name)
    else if (!self) open.push(name!)
  }
  expect(open).toEqual([])
  expect(text.replace(/<(\/?)([a-z]+)((?:\s[a-zA-Z-]+="[^"<]*")*)(\/?)>/g, '').replace(/<\?xml[^>]*\?>/, '')).not.toMatch(/[<\u0003]/)
  expect(text.match(/class="node"/g)).toHaveLength(scene.nodes.length)
  expect(text.match(/class="edge"/g)).toHaveLength(scene.edges.length)
  expect(text).toContain('Map &amp; more')
  expect(text).toContain('As at &lt;today&gt;')
  expect(text).not.toContain('NaN')
})

test('what is under the pointer is found in a large map', () => {
  const { graph, spots } = world(10_000, 30_000)
  const scene = buildScene(graph, new Words(vocabulary), spots)
  const camera = { ...scene.nodes[3]!, k: 2 }
  const found = under(scene, camera, size, { x: size.width / 2, y: size.height / 2 }, 5)
  expect(found?.node?.id).toBe(scene.nodes[3]!.id)
})

test('measures: a bridge lies between, communities are the same each time', () => {
  // two triangles joined by one line between 2 and 3
  const question = { job: 1, nodes: 7, from: Uint32Array.from([0, 1, 0, 3, 4, 3, 2]), to: Uint32Array.from([1, 2, 2, 4, 5, 5, 3]), colour: 'community' } as const
  const found = answer({ ...question, size: 'betweenness' })
  expect(found.size[2]).toBeGreaterThan(found.size[0]!)
  expect([...found.community]).toEqual([...answer({ ...question, size: 'pagerank' }).community])
  expect(found.community[0]).toBe(found.community[1])
  expect(found.community[0]).not.toBe(found.community[5])
  expect(found.community[6]).toBe(0)
})
