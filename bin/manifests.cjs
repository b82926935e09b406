#!/usr/bin/env node
'use strict';
require('../start.cjs').start('bin/manifests.ts');
