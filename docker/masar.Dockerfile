# One image for every process of Masar; the command says which. From the repository's root:
#   docker build -f docker/masar.Dockerfile -t masar .
#   docker run -p 4600:4600 -v masar-data:/data -e MASAR_ADMIN_PASSWORD=… masar                 (all in one process)
#   docker run … masar node apps/projects/bundle/main.js                                       (one service of a cluster)
#   docker run --rm -v masar-data:/data masar node apps/cli/bundle/main.js portfolio            (the command line)
# The proxy of a cluster is the target `proxy`; docker/compose.yaml builds and starts them all.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /masar
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
# Only what is read at run time: bundles hold everything they stand on but the page at /api/docs.
RUN NX_DAEMON=false npx nx run-many -t bundle --exclude=@masar/acceptance \
  && mkdir /image \
  && cp --parents -r apps/*/bundle package.json docker/health.mjs docker/make-secrets.mjs \
    node_modules/swagger-ui-dist/package.json node_modules/swagger-ui-dist/LICENSE \
    node_modules/swagger-ui-dist/swagger-ui.css node_modules/swagger-ui-dist/swagger-ui-bundle.js \
    node_modules/swagger-ui-dist/favicon-32x32.png /image

FROM nginx:1.30-trixie AS proxy
# `resolve` keeps to the instances a name stands for now; in Kubernetes the names are given in full.
ENV NGINX_ENTRYPOINT_LOCAL_RESOLVERS=1 \
  NGINX_ENVSUBST_FILTER="^(MASAR_PROXY_|NGINX_LOCAL_RESOLVERS)" \
  NGINX_ENVSUBST_OUTPUT_DIR=/tmp \
  MASAR_PROXY_LISTEN=8080 \
  MASAR_PROXY_TEMP=/tmp \
  MASAR_PROXY_ACCESS_LOG=/dev/stdout \
  MASAR_PROXY_ERROR_LOG=stderr \
  MASAR_PROXY_WORKERS=2 \
  MASAR_PROXY_OPENAPI=/usr/share/masar/openapi.json \
  MASAR_PROXY_PAGE=/usr/share/masar/page \
  MASAR_PROXY_BODY_LIMIT=2m \
  MASAR_PROXY_FILE_LIMIT=66m \
  MASAR_PROXY_REGISTRY="server registry:4600 resolve max_fails=1 fail_timeout=2s;" \
  MASAR_PROXY_PROJECTS="server projects:4600 resolve max_fails=1 fail_timeout=2s;" \
  MASAR_PROXY_LAWS="server laws:4600 resolve max_fails=1 fail_timeout=2s;" \
  MASAR_PROXY_POLICIES="server policies:4600 resolve max_fails=1 fail_timeout=2s;" \
  MASAR_PROXY_PARTNERS="server partners:4600 resolve max_fails=1 fail_timeout=2s;" \
  MASAR_PROXY_IMPORTS="server imports:4600 resolve max_fails=1 fail_timeout=2s;" \
  MASAR_PROXY_REPORTING="server reporting:4600 resolve max_fails=1 fail_timeout=2s;"
COPY docker/proxy/nginx.conf.template /etc/nginx/templates/
COPY docs/reference/openapi.json /usr/share/masar/
COPY --from=build /image/apps/web/bundle /usr/share/masar/page
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/live"]
CMD ["nginx", "-e", "stderr", "-c", "/tmp/nginx.conf", "-g", "daemon off;"]

FROM node:24.21.0-bookworm-slim AS masar
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4600 MASAR_DATA=/data MASAR_SEAL_KEY=/keys/seal.pem
WORKDIR /masar
COPY --from=build /image ./
# By number, so that a cluster can see that it is not root; nothing is written but /data, /keys and /tmp.
RUN mkdir /data /keys && chown 10001:10001 /data /keys
USER 10001:10001
EXPOSE 4600
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "docker/health.mjs"]
CMD ["node", "apps/standalone/bundle/main.js"]
