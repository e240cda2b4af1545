#!/usr/bin/env node
import { keepYoungGenerationSmall } from '../dist/cli/young-generation.js'

if (process.argv[2] === 'serve') keepYoungGenerationSmall()
await import('../dist/cli/main.js')
