# The app and the reference server: docs/operating.md says how to run them.

FROM node:20-alpine AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Below which address people find it, and what *Acessibilidade* says it is.
ARG BASE_PATH=/
ARG COMMIT=
RUN BASE_PATH=$BASE_PATH COMMIT=$COMMIT npm run build && npm run build:server

FROM node:20-alpine AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:20-alpine
# For backups, of the version of compose.yaml.
RUN apk add --no-cache postgresql17-client
# What a call leaves behind dies young: with room for more of it, there is less to clear away.
ENV NODE_OPTIONS=--max-semi-space-size=64
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4175 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json .
COPY --from=build /app/dist-server dist-server
COPY --from=build /app/dist dist
# The code belongs to root: whoever breaks into the process can change none of it. It writes to /data alone, and only with the embedded database.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4175
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["wget", "-qO-", "http://127.0.0.1:4175/health/ready"]
# Serves; with words, such as `office add-clerk ana`, does what they say.
ENTRYPOINT ["node", "dist-server/server/main.js"]
