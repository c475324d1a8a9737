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
  /** A folder of its own, in which the build is `dist`. */
  home: string;
  port: number;
  apiPort: number;
  /** Which alone may come to Balcão and to the office's API; left out: everybody. */
  officeNetwork?: string;
}

interface WebServer {
  /** Where Debian and others have it. */
  program: string;
  packages: string;
  /** Whether it sends files by itself, or leaves them to the server behind it. */
  sendsFiles: boolean;
  /** Writes what it reads, and answers what it is called with. */
  prepare(places: Places): { args: string[]; env?: Record<string, string> };
}

export type WebServerName = 'nginx' | 'apache' | 'caddy';

const TYPES_OF_APACHE = '/etc/mime.types';
const BROTLI_OF_NGINX = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Each with the file of `ops/` as it is, inside as little as it takes to start. */
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

/** As whoever runs nginx would: the lines are there, with a `#`. */
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

/** Starts it with our recipe, between whoever calls `port` and the server of the API. */
export async function startWebServer(
  name: WebServerName,
  places: Omit<Places, 'home'>,
): Promise<{ stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), `e-clic-${name}-`));
  // Who serves files is somebody who may change none.
  chmodSync(home, 0o755);
  const { program, sendsFiles, prepare } = WEB_SERVERS[name];
  if (sendsFiles) cpSync(join(ROOT, 'dist'), join(home, 'dist'), { recursive: true });
  const { args, env = {} } = prepare({ home, ...places });
  const probe = `http://localhost:${places.port}/`;
  const { start, kill } = createServerProcess({ command: program, args, cwd: home, env, probe });
  async function stop(): Promise<void> {
    // Asked, so that it ends its own processes too.
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
