'use strict';
/**
 * Runs main.ts. Compiling it takes longer than running it, so the compiled program is kept, with V8's own form of it,
 * until a source file changes: `node start.cjs [arguments of main.ts]`.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const vm = require('node:vm');

// Much code runs here, and most of it a few thousand times. V8 would spend a third of the time on making it faster, which
// pays for what runs longer: it waits until a function has run through this many bytes of its code.
setFlagsFromString('--interrupt-budget=1000000');

/** Changes whenever a source file, a library or the version of node does. */
function fingerprint(entry) {
  const folders = ['lib', 'imports', 'bench'].flatMap((folder) =>
    readdirSync(join(__dirname, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  const files = [entry, 'start.cjs', 'package-lock.json', 'node_modules/.package-lock.json', ...folders.sort()];
  const marks = files.map((name) => {
    const { mtimeMs, size } = statSync(join(__dirname, name));
    return `${name} ${mtimeMs} ${size}`;
  });
  return createHash('sha256')
    .update([process.version, __dirname, ...marks].join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Compiles the program into one file. Each source keeps its own `__dirname`, for the scripts that stand beside it. */
async function compile(entry, outfile) {
  const keepFolders = {
    name: 'keep-folders',
    setup: (build) =>
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8').replace(/\b__dirname\b/g, JSON.stringify(dirname(path)));
        return { contents, loader: 'ts' };
      }),
  };
  // Of cdk8s-plus only the generated objects are used; the rest of it would be loaded for nothing.
  const objectsOnly = {
    name: 'objects-only',
    setup: (build) => {
      build.onResolve({ filter: /^cdk8s-plus-27$/ }, () => ({ path: 'cdk8s-plus-27', namespace: 'objects-only' }));
      build.onLoad({ filter: /.*/, namespace: 'objects-only' }, () => ({
        contents: "export * as k8s from 'cdk8s-plus-27/lib/imports/k8s';",
        resolveDir: __dirname,
      }));
      build.onLoad({ filter: /imports[\\/]k8s\.js$/ }, ({ path }) => ({
        contents: copyOnce(readFileSync(path, 'utf8')),
      }));
    },
  };
  await require('esbuild').build({
    entryPoints: [join(__dirname, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    plugins: [keepFolders, objectsOnly],
    logLevel: 'silent',
  });
}

/** The generated objects copy all fields again for each field that has a value; one pass gives the same object. */
function copyOnce(source) {
  const again = 'Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})';
  return `${source.replaceAll(again, 'present(result)')}
function present(fields) {
  const copy = {};
  for (const name in fields) if (fields[name] !== undefined) copy[name] = fields[name];
  return copy;
}`;
}

function tryRead(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Runs a TypeScript file of this project: a path below its folder. */
async function start(entry) {
  try {
    await run(entry);
  } catch (error) {
    // A file that does not parse is the work of whoever edited it; esbuild says where.
    const isSyntax = Array.isArray(error.errors);
    const text = isSyntax ? error.message : `a fault of this project, not of its input:\n${error.stack ?? error}`;
    process.stderr.write(`${text}\n`);
    process.exitCode = isSyntax ? 1 : 2;
  }
}

async function run(entry) {
  const cache = join(__dirname, '.cdk8s', basename(entry, '.ts'));
  const name = fingerprint(entry);
  const program = join(cache, `${name}.cjs`);
  const compiled = join(cache, `${name}.v8`);
  if (tryRead(program) === undefined) {
    mkdirSync(cache, { recursive: true });
    const outdated = readdirSync(cache).filter((file) => /\.(?:cjs|v8)$/.test(file));
    await compile(entry, `${program}.${process.pid}`);
    renameSync(`${program}.${process.pid}`, program);
    outdated.forEach((file) => rmSync(join(cache, file), { force: true }));
  }
  const source = `(function (require, module, exports) {${readFileSync(program, 'utf8')}\n})`;
  const cachedData = tryRead(compiled);
  const script = new vm.Script(source, { filename: program, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(__filename), module, module.exports);
  if (cachedData === undefined || script.cachedDataRejected) {
    writeFileSync(`${compiled}.${process.pid}`, script.createCachedData());
    renameSync(`${compiled}.${process.pid}`, compiled);
  }
}

module.exports = { start };

if (require.main === module) start('main.ts');
