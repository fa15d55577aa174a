import { readFileSync, writeFileSync } from 'node:fs'
import { catalogueTable, withTable } from './catalogue-markdown.ts'

// Writes the catalogue's tables into README.md, between their marks.
writeFileSync('README.md', await withTable(readFileSync('README.md', 'utf8'), catalogueTable()))
