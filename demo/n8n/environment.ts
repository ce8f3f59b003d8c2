import path from 'node:path';

/** What makes one n8n process different from another. */
export interface Setting {
	/** The Node.js that n8n runs on. */
	node: string;
	userFolder: string;
	port: number;
	/** The port n8n talks to its code runners on. */
	brokerPort: number;
	/** The one folder that workflows may read files from. */
	filesFolder: string;
	/** Further variables, or other values. */
	extra?: Record<string, string>;
}

const otherInstances =
	/^(n8n_|db_|executions_|queue_|generic_|credentials_|webhook_url|npm_|node_options$|node_path$|node_env$|node_function_)/i;

/**
 * The environment of an n8n process: loopback only, quiet, calling nobody, and free of what a user may have set for another n8n.
 *
 * @param inherited the environment of the demo
 */
export function n8nEnvironment(inherited: Readonly<Record<string, string | undefined>>, setting: Setting): Record<string, string> {
	const kept = Object.entries(inherited).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !otherInstances.test(entry[0]),
	);
	return {
		...Object.fromEntries(kept),
		// n8n starts its code runners with the `node` of the PATH.
		PATH: [path.dirname(setting.node), inherited.PATH].join(path.delimiter),
		NO_PROXY: [inherited.NO_PROXY, '127.0.0.1'].filter(Boolean).join(','),
		NODE_ENV: 'production',
		N8N_USER_FOLDER: setting.userFolder,
		N8N_HOST: '127.0.0.1',
		// A busy machine is no reason to answer that the database is not ready.
		DB_PING_TIMEOUT_MS: '60000',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(setting.port),
		N8N_RUNNERS_BROKER_PORT: String(setting.brokerPort),
		N8N_RESTRICT_FILE_ACCESS_TO: setting.filesFolder,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		...setting.extra,
	};
}
