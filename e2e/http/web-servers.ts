import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerProcess } from '../reliability/server-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const IS_ROOT = process.getuid?.() === 0;

interface Places {
  /** A folder for this web server alone, with the build in `dist`. */
  home: string;
  port: number;
  apiPort: number;
  /** The only network that may reach Balcão and the office's API; without it, everybody may. */
  officeNetwork?: string;
}

interface WebServer {
  /** The path that Debian and others install it at. */
  program: string;
  packages: string;
  /** Whether it sends files by itself, or leaves them to the server behind it. */
  sendsFiles: boolean;
  /** Writes the server's configuration, and returns the arguments to start it with. */
  prepare(places: Places): { args: string[]; env?: Record<string, string> };
}

export type WebServerName = 'nginx' | 'apache' | 'caddy';

const TYPES_OF_APACHE = '/etc/mime.types';
const BROTLI_OF_NGINX = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The configuration of `ops/` for each server, unchanged, inside the little that the server needs to start. */
export const WEB_SERVERS: Record<WebServerName, WebServer> = {
  nginx: {
    program: '/usr/sbin/nginx',
    packages: 'nginx libnginx-mod-http-brotli-static',
    sendsFiles: true,
    prepare({ home, port, apiPort, officeNetwork }) {
      const ours = join(ROOT, 'ops/nginx');
      for (const name of readdirSync(ours)) cpSync(join(ours, name), join(home, name));
      if (officeNetwork) limitOffice(join(home, 'eclic-office.conf'), officeNetwork);
      cpSync('/etc/nginx/mime.types', join(home, 'mime.types'));
      const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      writeFileSync(
        join(home, 'nginx.conf'),
        `${IS_ROOT ? 'user root;' : ''}
        load_module ${BROTLI_OF_NGINX};
        daemon off;
        pid ${home}/pid;
        error_log ${home}/error.log;
        events {}
        http {
          ${folders.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
          upstream eclic-api { server 127.0.0.1:${apiPort}; }
          server { listen 127.0.0.1:${port}; root ${home}/dist; include eclic.conf; }
        }`,
      );
      return { args: ['-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')] };
    },
  },
  apache: {
    program: '/usr/sbin/apache2',
    packages: 'apache2-bin media-types',
    sendsFiles: true,
    prepare({ home, port, apiPort, officeNetwork }) {
      const limiting = officeNetwork ? ['authz_host'] : [];
      const modules = [
        ...limiting,
        'mpm_event',
        'authz_core',
        'headers',
        'mime',
        'proxy',
        'proxy_http',
        'rewrite',
      ];
      writeFileSync(
        join(home, 'apache.conf'),
        `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
        ${IS_ROOT ? 'User nobody\nGroup nogroup' : ''}
        ServerRoot ${home}
        DefaultRuntimeDir ${home}
        PidFile ${home}/pid
        ErrorLog ${home}/error.log
        TypesConfig ${TYPES_OF_APACHE}
        AddLanguage br .br
        ServerName localhost
        Listen 127.0.0.1:${port}
        <VirtualHost *:${port}>
          Define ECLIC_ROOT ${home}/dist
          Define ECLIC_API http://127.0.0.1:${apiPort}
          ${officeNetwork ? `Define ECLIC_OFFICE_NETWORK "${officeNetwork}"` : ''}
          Include ${join(ROOT, 'ops/apache/eclic.conf')}
        </VirtualHost>`,
      );
      return { args: ['-f', join(home, 'apache.conf'), '-DFOREGROUND'] };
    },
  },
  caddy: {
    program: '/usr/bin/caddy',
    packages: 'caddy',
    sendsFiles: false,
    prepare: ({ home, port, apiPort, officeNetwork }) => ({
      args: ['run', '--adapter', 'caddyfile', '--config', join(ROOT, 'ops/Caddyfile')],
      env: {
        DOMAIN: `http://localhost:${port}`,
        SERVER: '127.0.0.1',
        SERVER_PORT: String(apiPort),
        CADDY_ADMIN: `unix/${home}/admin`,
        XDG_DATA_HOME: home,
        XDG_CONFIG_HOME: home,
        ...(officeNetwork && { OFFICE_NETWORK: officeNetwork }),
      },
    }),
  },
};

/** Limits the office's addresses like an administrator: the lines are in the file, behind a `#`. */
function limitOffice(file: string, network: string): void {
  const limited = readFileSync(file, 'utf8')
    .replace('# allow 10.0.0.0/8;', `allow ${network};`)
    .replace('# deny all;', 'deny all;');
  writeFileSync(file, limited);
}

const ALSO_NEEDED: Record<WebServerName, string[]> = {
  nginx: [BROTLI_OF_NGINX],
  apache: [TYPES_OF_APACHE],
  caddy: [],
};

export function isInstalled(name: WebServerName): boolean {
  return [WEB_SERVERS[name].program, ...ALSO_NEEDED[name]].every((path) => existsSync(path));
}

/** Starts a web server with the configuration of `ops/`. It listens on `port`, and passes calls of the API on to `apiPort`. */
export async function startWebServer(
  name: WebServerName,
  places: Omit<Places, 'home'>,
): Promise<{ stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), `e-clic-${name}-`));
  // The web server serves files as a user who may read the folder and not write to it.
  chmodSync(home, 0o755);
  const { program, sendsFiles, prepare } = WEB_SERVERS[name];
  if (sendsFiles) cpSync(join(ROOT, 'dist'), join(home, 'dist'), { recursive: true });
  const { args, env = {} } = prepare({ home, ...places });
  const probe = `http://localhost:${places.port}/`;
  const { start, kill } = createServerProcess({ command: program, args, cwd: home, env, probe });
  async function stop(): Promise<void> {
    // A server that is asked to end ends its own processes too.
    await kill('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
