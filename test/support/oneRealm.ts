import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import vm from 'node:vm';

import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

const load = createRequire(__filename);
const scripts = new Map<string, { readonly source: string; readonly script: vm.Script }>();

/**
 * Stands in for what Jest compiles a module with, which it does anew for each test file: here a process compiles it once. A library is
 * loaded by Node, once in a process, with all it needs; of n8n-core that is 1,700 modules.
 */
function compile(source: string, parameters: readonly string[] = [], { filename = '' }: vm.CompileFunctionOptions = {}): unknown {
	if (isLibrary(filename)) return (module: { exports: unknown }) => void (module.exports = load(filename));
	const known = scripts.get(filename);
	if (known?.source === source) return known.script.runInThisContext();
	const head = `(function (${parameters.join(',')}) {`;
	const script = new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
	scripts.set(filename, { source, script });
	return script.runInThisContext();
}

const NODE_MODULES = join(load.resolve('jest/package.json'), '../..');

/** Our own modules are none, and Jest's hold what they know of a test file. */
function isLibrary(file: string): boolean {
	return !/^(\.\.|@?jest\b|expect\b)/.test(relative(NODE_MODULES, file));
}

vm.compileFunction = compile as typeof vm.compileFunction;

const { console, process } = globalThis;
const exit = process.exit.bind(process);

/**
 * The environment of all tests: their code shares its globals with Node's and with n8n's, as it does in n8n. What a test file leaves on
 * them is taken away behind it, and so are its mocks; its own modules Jest loads anew for each file.
 */
export default class implements JestEnvironment {
	readonly global = globalThis as unknown as JestEnvironment['global'];
	readonly moduleMocker = new ModuleMocker(globalThis);
	readonly fakeTimers = null;
	readonly fakeTimersModern: ModernFakeTimers;
	readonly #names = new Set(Reflect.ownKeys(globalThis));
	readonly #variables = { ...process.env };

	constructor({ projectConfig }: JestEnvironmentConfig) {
		Reflect.set(globalThis, Symbol.for('jest-native-promise'), Promise);
		Reflect.set(globalThis, Symbol.for('jest-native-now'), Date.now.bind(Date));
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	async setup(): Promise<void> {
		// there is nothing to wait for
	}

	async teardown(): Promise<void> {
		this.moduleMocker.restoreAllMocks();
		this.fakeTimersModern.dispose();
		process.exit = exit;
		globalThis.console = console;
		for (const name of Object.keys(process.env)) if (!(name in this.#variables)) Reflect.deleteProperty(process.env, name);
		Object.assign(process.env, this.#variables);
		for (const key of Reflect.ownKeys(globalThis)) if (!this.#names.has(key)) Reflect.deleteProperty(globalThis, key);
	}

	getVmContext(): vm.Context {
		return globalThis;
	}
}
