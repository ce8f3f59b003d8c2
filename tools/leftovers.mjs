/** Looks through the tracked files for what must not be published: secrets, and traces of the machine they were written on. Needs no package. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { sep } from 'node:path';

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const exactly = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** A registry of one's own is nobody else's business; the public one is in every text about npm. */
function ownRegistry() {
	const { host } = new URL(run('npm', 'config', 'get', 'registry'));
	return host === 'registry.npmjs.org' ? [] : [[`names the registry of this machine`, exactly(host)]];
}

/** A folder as short as /app may stand for anything. */
function thisMachine() {
	const folders = [process.cwd(), `${homedir()}${sep}`].filter(
		(folder) => folder.split(sep).filter(Boolean).length > 1 || folder.endsWith(sep),
	);
	return folders.map((folder) => ['names a folder of this machine', exactly(folder)]);
}

const forbiddenText = [
	['holds a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
	['holds an access token', /\b(?:npm_[A-Za-z0-9]{36}|gh[opsu]_[A-Za-z0-9]{36}|github_pat_\w{60,}|AKIA[A-Z0-9]{16})\b/],
	['holds a merge conflict', /^(?:<{7} |>{7} )/],
	...ownRegistry(),
	...thisMachine(),
];
/** A key for loopback, made for tests that serve HTTPS: it guards nothing. */
const testKey = 'test/fixtures/tls/key.pem';
const forbiddenFile = /(?:^|\/)(?:node_modules|dist|coverage)\/|\.(?:tgz|log|orig|rej|bak|swp)$|(?:^|\/)\.env/;

function findingsIn(file) {
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.flatMap((line, index) =>
		forbiddenText.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${file}:${index + 1} ${what}`),
	);
}

const files = run('git', '-c', 'safe.directory=*', 'ls-files').split('\n');
const findings = [
	...files.filter((file) => forbiddenFile.test(file)).map((file) => `${file} should not be tracked`),
	...files.filter((file) => file !== testKey && existsSync(file)).flatMap(findingsIn),
];
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;
else console.log(`${files.length} tracked files: nothing left over`);
