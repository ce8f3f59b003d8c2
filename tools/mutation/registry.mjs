import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

import { transformSync } from '@swc/core';

const PARAMETERS = ['module', 'exports', 'require', '__filename', '__dirname'];
const GLOBALS = ['expect', 'describe', 'it', 'test', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll', 'jest'];

const OPTIONS = {
	jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: { hidden: { jest: true } } },
	module: { type: 'commonjs' },
	sourceMaps: false,
	swcrc: false,
};

/** Compiled modules by path: the same for all test files, whatever is broken in them by a switch. */
const compiled = new Map();

/** The modules of one test file. Ours are loaded anew for each registry, packages once for the process. */
export class Registry {
	#modules = new Map();
	#mocks = new Map();
	#harness;

	constructor(harness) {
		this.#harness = harness;
	}

	/** The files that were loaded, with absolute paths. */
	get files() {
		return [...this.#modules.keys()];
	}

	/** The exports of a file of ours. */
	load(file) {
		const known = this.#modules.get(file);
		if (known !== undefined) return known.exports;
		const module = { exports: {} };
		this.#modules.set(file, module);
		if (file.endsWith('.json')) module.exports = JSON.parse(readFileSync(file, 'utf8'));
		else this.#run(file, module);
		return module.exports;
	}

	/** Puts something in a module's place, for all modules of the test file. */
	mock(importer, target, make) {
		this.#mocks.set(resolve(importer, target), make);
	}

	/** A module as it is, whatever stands in its place. */
	actual(importer, target) {
		const found = resolve(importer, target);
		return path.isAbsolute(found) ? this.load(found) : createRequire(importer)(found);
	}

	#run(file, module) {
		const globals = this.#harness.globalsFor(this, file);
		const required = (target) => this.#required(file, target);
		const here = [module, module.exports, required, file, path.dirname(file)];
		compile(file)(...here, ...GLOBALS.map((name) => globals[name]));
	}

	#required(importer, target) {
		const found = resolve(importer, target);
		const make = this.#mocks.get(found);
		if (make === undefined) return this.actual(importer, target);
		// A mock is made once, when it is first asked for.
		const made = make();
		this.#mocks.set(found, () => made);
		return made;
	}
}

function compile(file) {
	const known = compiled.get(file);
	if (known !== undefined) return known;
	const { code } = transformSync(readFileSync(file, 'utf8'), { ...OPTIONS, filename: file });
	const wrapped = vm.compileFunction(code, [...PARAMETERS, ...GLOBALS], { filename: file });
	compiled.set(file, wrapped);
	return wrapped;
}

/** The absolute path of a file of ours; the name of a package as it is. */
function resolve(importer, target) {
	if (!target.startsWith('.')) return target;
	const place = path.resolve(path.dirname(importer), target);
	const found = [place, `${place}.ts`, path.join(place, 'index.ts'), `${place}.js`].find(
		(file) => existsSync(file) && statSync(file).isFile(),
	);
	if (found === undefined) throw new Error(`${importer} imports ${target}, which is not there.`);
	return found;
}
