import { expect, test } from '@playwright/test'
import { nameOf, params, titled, typed } from '../../src/console/header'

// The header of a statement in the editor; cypher/bind.go reads the same on the server.

test('parameters are those used, with what the header declares', () => {
  const text = '// param: day date? "by then"\n// param: unused text\n/* $no */ MATCH (e {a: \'$no\', b: "\\"$no"}) // $no\nWHERE e.`$no` = $free AND $day IS NULL AND $free RETURN e'
  expect(params(text)).toEqual([
    { name: 'free', type: '', optional: false, help: '' },
    { name: 'day', type: 'date', optional: true, help: 'by then' },
  ])
})

test('only what no header speaks of is read as JSON', () => {
  const free = { name: 'x', type: '', optional: false, help: '' }
  expect(['3', '[1]', 'ods:RRV', '1e'].map((v) => typed(free, v))).toEqual([3, [1], 'ods:RRV', '1e'])
  expect(typed({ ...free, type: 'text' }, '3')).toBe('3')
})

test('a title goes into the header, and remarks stay below it', () => {
  expect(titled('// title: Old\n// question: Old?\n// a remark\n// param: x text\nRETURN $x', 'New ', ''))
    .toBe('// title: New\n// param: x text\n\n// a remark\nRETURN $x')
  expect(titled('RETURN 1', 'One', 'Which?')).toBe('// title: One\n// question: Which?\nRETURN 1')
})

test('a name for a file is words and hyphens', () => {
  expect(['Trusts without a lead!', '  2021: Who?', 'Ärzte & Co', '¡'].map(nameOf)).toEqual(['trusts-without-a-lead', 'who', 'arzte-co', ''])
})
