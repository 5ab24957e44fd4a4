{{- define "dataflow.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "dataflow.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- /* 40, so that every name made of it has room. */ -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{- define "dataflow.commonLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: {{ include "dataflow.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "dataflow.labels" -}}
{{ include "dataflow.commonLabels" . }}
app.kubernetes.io/component: operator
{{- end }}

{{- /* With the component, so that the Service never finds pods of another part. */ -}}
{{- define "dataflow.selector" -}}
app.kubernetes.io/name: {{ include "dataflow.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: operator
{{- end }}

{{- define "dataflow.serviceAccount" -}}
{{- default (ternary (include "dataflow.fullname" .) "default" .Values.serviceAccount.create) .Values.serviceAccount.name -}}
{{- end }}

{{- define "dataflow.image" -}}
{{- $version := default .Chart.AppVersion .Values.image.tag -}}
{{- $repository := required "image.repository: missing. Name the repository of the image that you have built, such as registry.example.com/dataflow (docs/install.md)." .Values.image.repository -}}
{{- printf "%s%s%s" $repository (ternary "@" ":" (hasPrefix "sha256:" $version)) $version -}}
{{- end }}

{{- /* Who looks after the webhook's certificate: `operator`, `cert-manager`, `secret` or, without webhook, `none`. */ -}}
{{- define "dataflow.certificates" -}}
{{- if not .Values.webhook.enabled -}}
none
{{- else if .Values.webhook.certManager.enabled -}}
cert-manager
{{- else if .Values.webhook.secretName -}}
{{- if not (or .Values.webhook.caBundle .Values.webhook.annotations) -}}
{{- fail "webhook.caBundle: missing. Put the authority of the certificate in `webhook.secretName` there, PEM in base64; or have it injected by `webhook.annotations`; or leave `webhook.secretName` out, and the operator makes a certificate itself." -}}
{{- end -}}
secret
{{- else if .Values.webhook.caBundle -}}
{{- fail "webhook.caBundle: given without `webhook.secretName`. Name the Secret with the certificate that it vouches for, or leave both out." -}}
{{- else -}}
operator
{{- end -}}
{{- end }}

{{- define "dataflow.certificateSecret" -}}
{{- default (printf "%s-webhook-tls" (include "dataflow.fullname" .)) .Values.webhook.secretName -}}
{{- end }}

{{- /* How the operator names the Secret with the certificate that it makes itself. */ -}}
{{- define "dataflow.ownCertificateSecret" -}}
{{- printf "%s-webhook-cert" (include "dataflow.fullname" .) -}}
{{- end }}

{{- define "dataflow.uninstallName" -}}
{{- printf "%s-uninstall" (include "dataflow.fullname" .) -}}
{{- end }}

{{- define "dataflow.uninstallLabels" -}}
{{ include "dataflow.commonLabels" . }}
app.kubernetes.io/component: uninstall
{{- end }}

{{- /* The annotations of an object of that hook: its place among them, and when it goes. */ -}}
{{- define "dataflow.uninstallHook" -}}
helm.sh/hook: pre-delete
helm.sh/hook-weight: {{ index . 0 | quote }}
helm.sh/hook-delete-policy: {{ index . 1 }}
{{- end }}

{{- /* What the operator needs where flows are: in all namespaces, or in those that it watches. */ -}}
{{- define "dataflow.flowRules" -}}
- apiGroups: [dataflow.dataflow.io]
  resources: [dataflows, dataflowcrons]
  verbs: [get, list, watch, patch]
- apiGroups: [dataflow.dataflow.io]
  resources: [dataflows/status, dataflowcrons/status]
  verbs: [patch]
# To be named as the owner that keeps its children from going first.
- apiGroups: [dataflow.dataflow.io]
  resources: [dataflows/finalizers, dataflowcrons/finalizers]
  verbs: [update]
# Processors get `get` and `patch` for their checkpoint, and nobody can give what he does not have.
- apiGroups: [""]
  resources: [configmaps, secrets, serviceaccounts]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles, rolebindings]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, create, patch, delete]
# Runs on a schedule, and their triggers.
- apiGroups: [batch]
  resources: [cronjobs, jobs]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
- apiGroups: [""]
  resources: [events]
  verbs: [create, patch]
{{- end }}

{{- /* Whether it needs anything that belongs to no namespace. */ -}}
{{- define "dataflow.needsClusterRole" -}}
{{- if and .Values.rbac.create (or (not .Values.watchNamespaces) (eq (include "dataflow.certificates" .) "operator")) -}}
true
{{- end -}}
{{- end }}
