'use strict';
// Runs child.ts as start.cjs runs main.ts: compiled once, with V8's form of it kept.
require('../start.cjs').start('bench/child.ts');
