'use strict';
// Runs project.ts as start.cjs runs main.ts: compiled once, with V8's form of it kept.
require('../start.cjs').start('bench/project.ts');
