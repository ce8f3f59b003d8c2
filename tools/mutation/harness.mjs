import { ModernFakeTimers } from '@jest/fake-timers';
import { expect } from 'expect';
import { bind as bindEach } from 'jest-each';
import { ModuleMocker } from 'jest-mock';

/** What a test may take, as in Jest. Kept from fake timers. */
const LONGEST_TEST = 5_000;
const { setTimeout: later, clearTimeout: cancel } = globalThis;

const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];

class Block {
	hooks = { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
	tests = [];
	blocks = [];

	constructor(name, parent) {
		this.name = name;
		this.parent = parent;
	}

	/** From the outermost block to this one. */
	get path() {
		return this.parent === undefined ? [this] : [...this.parent.path, this];
	}

	get allTests() {
		return [...this.tests, ...this.blocks.flatMap(({ allTests }) => allTests)];
	}
}

/** The globals of Jest for the modules of one test file, and the tests that were declared with them. */
export class Harness {
	#root = new Block('');
	#block = this.#root;
	#mocker = new ModuleMocker(globalThis);
	#timers = new ModernFakeTimers({ config: { fakeTimers: {}, rootDir: process.cwd() }, global: globalThis });

	/** What a module finds as globals; `registry` is what `jest.mock` and `jest.requireActual` reach. */
	globalsFor(registry, importer) {
		return { expect, ...this.#declarations(), jest: this.#jestFor(registry, importer) };
	}

	/** The tests, in the order of the file: `{ name, run }`, where `run` rejects when the test fails. */
	get tests() {
		return this.#root.allTests;
	}

	/** Runs tests in order, with their hooks; stops after the first that fails where `bail`. Returns `[{ test, error, timeSpentMs }]`. */
	async run(tests, { bail, begin }) {
		const results = [];
		const entered = [];
		for (const test of tests) {
			const started = performance.now();
			begin(test);
			const error = await this.#failureOf(test, entered);
			results.push({ test, error, timeSpentMs: performance.now() - started });
			if (error !== undefined && bail) break;
		}
		for (const block of entered.reverse()) for (const hook of block.hooks.afterAll) await hook().catch(() => undefined);
		return results;
	}

	async #failureOf({ block, work }, entered) {
		try {
			for (const outer of block.path) {
				if (entered.includes(outer)) continue;
				entered.push(outer);
				for (const hook of outer.hooks.beforeAll) await hook();
			}
			for (const outer of block.path) for (const hook of outer.hooks.beforeEach) await hook();
			await work();
			return undefined;
		} catch (error) {
			return error ?? new Error('A test threw nothing.');
		} finally {
			for (const outer of block.path.toReversed()) for (const hook of outer.hooks.afterEach) await hook().catch(() => undefined);
			this.#timers.useRealTimers();
		}
	}

	#declarations() {
		const describe = (name, body) => {
			const outer = this.#block;
			this.#block = new Block(name, outer);
			outer.blocks.push(this.#block);
			body();
			this.#block = outer;
		};
		const it = (name, body, timeout) => {
			const path = [...this.#block.path.map((block) => block.name), name];
			this.#block.tests.push({ name: path.filter(Boolean).join(' › '), block: this.#block, work: limited(body, timeout) });
		};
		const hooks = HOOKS.map((hook) => [hook, (body, timeout) => this.#block.hooks[hook].push(limited(body, timeout))]);
		describe.each = bindEach(describe, false);
		it.each = bindEach(it);
		it.skip = () => undefined;
		return { describe, it, test: it, ...Object.fromEntries(hooks) };
	}

	#jestFor(registry, importer) {
		const timers = this.#timers;
		const mocker = this.#mocker;
		const jest = {
			fn: (implementation) => mocker.fn(implementation),
			spyOn: (...what) => mocker.spyOn(...what),
			mocked: (value) => value,
			restoreAllMocks: () => mocker.restoreAllMocks(),
			clearAllMocks: () => mocker.clearAllMocks(),
			resetAllMocks: () => mocker.resetAllMocks(),
			mock: (target, make) => registry.mock(importer, target, make ?? (() => automock(mocker, registry.actual(importer, target)))),
			requireActual: (target) => registry.actual(importer, target),
			setTimeout: () => jest,
			// Node.js itself goes by these; Jest gives tests a `process` of their own.
			useFakeTimers: (config) => timers.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'], ...config }),
			useRealTimers: () => timers.useRealTimers(),
		};
		const others = [
			'advanceTimersByTime',
			'advanceTimersByTimeAsync',
			'runAllTimersAsync',
			'runAllTimers',
			'setSystemTime',
			'getTimerCount',
			'runOnlyPendingTimersAsync',
			'advanceTimersToNextTimerAsync',
		];
		for (const name of others) jest[name] = (...what) => timers[name](...what);
		return jest;
	}
}

function automock(mocker, actual) {
	return mocker.generateFromMetadata(mocker.getMetadata(actual));
}

/** A body as a function that rejects when it fails or takes too long. */
function limited(body, timeout = LONGEST_TEST) {
	return async () => {
		let timer;
		const tooLong = new Promise((_, reject) => {
			timer = later(() => reject(new Error('The test took too long.')), timeout);
		});
		const done = body.length > 0 ? new Promise((resolve, reject) => body((error) => (error ? reject(error) : resolve()))) : body();
		try {
			await Promise.race([done, tooLong]);
		} finally {
			cancel(timer);
		}
	};
}
