// Loaded into n8n before everything else. Notes how much memory it holds: every ten seconds what the system counts, and every twenty
// what is left on the heap after a full collection, together with how many entries the Maps of our package have.
const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const { setInterval } = require('node:timers');
const v8 = require('node:v8');
const vm = require('node:vm');

const sampleEvery = 10_000;
const isOurs = /[\\/]n8n-nodes-cascade-messaging[\\/]dist[\\/]/;
const file = process.env.SOAK_MEMORY_FILE;
const maps = new Set();

class CountedMap extends Map {
	constructor(entries) {
		super(entries);
		maps.add(new WeakRef(this));
	}
}

/** Gives the files of our package a Map that is counted; nothing else about it is different. */
function countMaps() {
	globalThis.soakMap = CountedMap;
	const { _compile: compile } = Module.prototype;
	Module.prototype._compile = function (source, filename, ...rest) {
		const counted = isOurs.test(filename) ? `const Map = globalThis.soakMap; ${source}` : source;
		return compile.call(this, counted, filename, ...rest);
	};
}

function entriesKept() {
	let entries = 0;
	for (const reference of maps) {
		const map = reference.deref();
		if (map === undefined) maps.delete(reference);
		else entries += map.size;
	}
	return entries;
}

function watch() {
	v8.setFlagsFromString('--expose-gc');
	const collect = vm.runInNewContext('gc');
	let collects = false;
	const sample = () => {
		collects = !collects;
		const { rss } = process.memoryUsage();
		if (collects) collect();
		const { heapUsed, external } = process.memoryUsage();
		const afterCollection = collects ? { heap: heapUsed, external, entries: entriesKept() } : {};
		appendFileSync(file, `${JSON.stringify({ at: Date.now(), pid: process.pid, rss, ...afterCollection })}\n`);
	};
	setInterval(sample, sampleEvery).unref();
}

if (file !== undefined && process.argv[2] === 'start') {
	countMaps();
	watch();
}
