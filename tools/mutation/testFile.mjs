import { Harness } from './harness.mjs';
import { Registry } from './registry.mjs';

/** A test file that is loaded once and run often: only after a failure is it loaded anew, for what the failure may have left behind. */
export class TestFile {
	#harness;
	#registry;

	/** The path of the file, and how it is named in IDs of tests. */
	constructor(file, name) {
		this.file = file;
		this.name = name;
	}

	/** Loads the file unless it is loaded. Throws what its modules throw. */
	load() {
		if (this.#harness !== undefined) return;
		const harness = new Harness();
		this.#registry = new Registry(harness);
		this.#registry.load(this.file);
		this.#harness = harness;
	}

	/** The next run loads the file anew. */
	forget() {
		this.#harness = undefined;
	}

	/** Whether the test file has loaded a file, itself or by another. */
	uses(file) {
		this.load();
		return this.#registry.files.includes(file);
	}

	/** Runs the tests with one of the IDs, or all. `begin` is told the ID of each. Returns `[{ id, name, fileName, error, timeSpentMs }]`. */
	async run({ ids, bail = false, begin = () => undefined }) {
		this.load();
		const all = this.#harness.tests.map((test, index) => ({ ...test, id: `${this.name}#${index}` }));
		const chosen = all.filter(({ id }) => ids?.has(id) ?? true);
		const results = await this.#harness.run(chosen, { bail, begin: ({ id }) => begin(id) });
		if (results.some(({ error }) => error !== undefined)) this.forget();
		return results.map(({ test: { id, name }, error, timeSpentMs }) => ({ id, name, fileName: this.file, error, timeSpentMs }));
	}
}
