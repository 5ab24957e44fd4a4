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
{{- printf "%s%s%s" .Values.image.repository (ternary "@" ":" (hasPrefix "sha256:" $version)) $version -}}
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
