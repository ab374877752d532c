import { expect, test } from '@playwright/test'
import { adding, hiding, nowhere, readView, sameGraph, without, writeView, type View } from '../src/map/address'

const full: View = {
  show: ['a', 'ods:X1~2'], hide: ['b'], relations: ['COMMISSIONS'], kinds: ['Trust'], statuses: ['planned'], documents: ['d1'], links: 2,
  asAt: '2020-01-01', was: '2010-01-01', layout: 'tree', size: 'claims', colour: 'community',
  pins: [{ id: 'ods:X1~2', x: -12, y: 40 }], notes: [{ x: 3, y: -4, text: 'Ask about this ~ & that\nsoon' }], selected: 'a',
}

test('an address carries the whole view', () => {
  expect(readView(writeView(full))).toEqual(full)
  expect(readView('')).toEqual(nowhere)
  expect(writeView(nowhere)).toBe('')
})

test('what an address says wrongly is passed over', () => {
  expect(readView('?pin=a~1&pin=a~x~2&note=1~2&note=hello&links=many&show=')).toEqual(nowhere)
})

test('only what changes the answer asks the server again', () => {
  expect(sameGraph(full, { ...full, pins: [], notes: [], layout: '', size: '', colour: '', selected: '' })).toBe(true)
  for (const change of [{ hide: [] }, { documents: [] }, { links: 0 }, { was: '' }, { asAt: '' }]) expect(sameGraph(full, { ...full, ...change })).toBe(false)
})

test('what is hidden leaves its pin and the selection, and comes back when it is added', () => {
  const hidden = hiding(full, ['a', 'ods:X1~2'])
  expect(hidden).toMatchObject({ show: full.show, hide: ['b', 'a', 'ods:X1~2'], pins: [], selected: '' })
  expect(adding(hidden, ['c'], ['a'])).toMatchObject({ show: ['c', 'a'], hide: ['b', 'ods:X1~2'] })
  expect(without(full, full.show, ['a'])).toMatchObject({ show: ['ods:X1~2'], hide: ['b'], selected: '' })
})
