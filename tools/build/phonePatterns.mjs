import { packed } from './packed.mjs';

const PHONE_METADATA = /[\\/]libphonenumber-js[\\/]metadata\.\w+\.json\.js$/;

/** Where the metadata of a country says how its numbers are written, and which there are of each kind (version 4 of the format). */
const FORMATS = 4;
const KINDS = 11;

/** The commonest pieces of the metadata, longer ones before what they hold. */
const PIECES = [
	...[',0,0,0,', '\\\\d{', '\\\\d', '(?:', '}"],["', ']|', '":["', '"],["', '["'],
	...['[0-', '[1-', '[2-', '}",[', ',"', '9]', ')|', '0,0', ',['],
];

/**
 * Rolldown plugin: leaves out of libphonenumber-js what is needed only to write numbers, for we only read them, and packs the rest. Throws
 * when the metadata does not look as it is known to.
 */
export const phonePatterns = () => ({
	name: 'phone-patterns',
	async load(id) {
		if (!PHONE_METADATA.test(id)) return null;
		const { default: metadata } = await import(id);
		if (metadata.version !== 4) throw new Error(`The metadata of libphonenumber-js has version ${metadata.version}, not 4`);
		return `export default ${packed({ ...metadata, countries: readOnly(metadata.countries) }, [sharedKinds(metadata), ...PIECES])}`;
	},
});

function readOnly(countries) {
	return Object.fromEntries(
		Object.entries(countries).map(([name, country]) => [name, country.map((part, index) => (index === FORMATS ? 0 : part))]),
	);
}

/** What is the same in all countries with the code 1: toll-free numbers and the like. */
function sharedKinds({ countries }) {
	return JSON.stringify(countries.US[KINDS].slice(2)).slice(1, -1);
}
