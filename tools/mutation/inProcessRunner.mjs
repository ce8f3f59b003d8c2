import { readdirSync } from 'node:fs';
import path from 'node:path';

import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';

import { TestFile } from './testFile.mjs';

/** Unit tests of the rooms that are broken. Properties draw their cases at random, and what measures time fails under load. */
const ROOMS = process.env.MUTATION_ROOMS ?? 'protocol,tracking,operations,transport';
const EXAMPLES = new RegExp(`^(${ROOMS.replaceAll(',', '|')})[\\\\/](?!.*(properties|linear|hostile)[^\\\\/]*$).*\\.test\\.ts$`);

/**
 * Runs the unit tests for Stryker within its own process. Jest would load everything anew for each mutant, which takes a second or more;
 * here a mutant is a switch, and costs the milliseconds of its tests. Only what runs while a module loads is loaded anew.
 */
class InProcessRunner {
	#files = [];
	#switches = (globalThis.__stryker__ ??= {});

	capabilities() {
		return { reloadEnvironment: true };
	}

	init() {
		// The same cases for each mutant: a score must not change from run to run.
		fc.configureGlobal({ seed: 1 });
		process.on('unhandledRejection', () => undefined);
		const folder = path.join(process.cwd(), 'test');
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => EXAMPLES.test(name));
		this.#files = names.sort().map((name) => new TestFile(path.join(folder, name), name.split(path.sep).join('/')));
	}

	async dryRun() {
		const tests = [];
		for (const file of this.#files) {
			this.#switches.currentTestId = undefined;
			for (const { error, ...test } of await file.run({ begin: (id) => (this.#switches.currentTestId = id) })) {
				const verdict =
					error === undefined ? { status: TestStatus.Success } : { status: TestStatus.Failed, failureMessage: wordsOf(error) };
				tests.push({ ...test, ...verdict });
			}
		}
		this.#switches.currentTestId = undefined;
		return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#switches.mutantCoverage };
	}

	async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit }) {
		const ids = testFilter && new Set(testFilter);
		const files =
			ids === undefined
				? this.#anew(sandboxFileName)
				: this.#files.filter(({ name }) => testFilter.some((id) => id.startsWith(`${name}#`)));
		if (ids !== undefined) for (const file of files) file.load();
		Object.assign(this.#switches, { hitCount: hitLimit && 0, hitLimit, activeMutant: activeMutant.id });
		try {
			return await this.#verdict(files, ids);
		} finally {
			this.#switches.activeMutant = undefined;
		}
	}

	/** The test files of the room of a file that use it, not loaded yet, and first the one that is named after it. */
	#anew(source) {
		const place = path
			.relative(path.join(process.cwd(), 'nodes', 'CascadeMessaging'), source)
			.split(path.sep)
			.join('/');
		const mirror = place.replace(/\.ts$/, '.test.ts');
		const room = place.slice(0, place.indexOf('/') + 1);
		const using = this.#files.filter((file) => file.name.startsWith(room) && file.uses(source));
		return using
			.sort((one, other) => Number(other.name === mirror) - Number(one.name === mirror))
			.map(({ file, name }) => new TestFile(file, name));
	}

	async #verdict(files, ids) {
		let nrOfTests = 0;
		for (const file of files) {
			const results = await file.run({ ids, bail: true }).catch((error) => [{ id: `${file.name}#0`, error }]);
			nrOfTests += results.length;
			const tooOften = determineHitLimitReached(this.#switches.hitCount, this.#switches.hitLimit);
			if (tooOften !== undefined) return tooOften;
			const failed = results.find(({ error }) => error !== undefined);
			if (failed !== undefined)
				return { status: MutantRunStatus.Killed, killedBy: [failed.id], failureMessage: wordsOf(failed.error), nrOfTests };
		}
		return { status: MutantRunStatus.Survived, nrOfTests };
	}
}

function wordsOf(error) {
	return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'inProcess', InProcessRunner)];
