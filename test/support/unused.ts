function Unused(): void {
	// the class of everything that is left out
}

function leftOut(): never {
	throw new Error('This library is left out of the tests: see jest.config.js.');
}

const DOES_WORK = /parse|invoke|connect/i;

function exportOf(name: string | symbol): unknown {
	if (name === '__esModule') return true;
	if (name === 'prototype') return Unused.prototype;
	return DOES_WORK.test(String(name)) ? leftOut : anything();
}

/** Whatever a library may offer to others while they load. What would do work says that it is left out. */
function anything(): object {
	return new Proxy(Unused, {
		get: (_, name) => exportOf(name),
		apply: anything,
		construct: anything,
		getPrototypeOf: () => Unused.prototype as object,
	});
}

/** Stands in for libraries that n8n loads and no test uses. */
module.exports = anything();
